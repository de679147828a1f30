import type { ReactNode } from 'react';
import { BatikTile } from './batik-tile';

/** Nothing here yet: one line that says the first step, one button. */
export function EmptyState({ text, action, seed = 'empty' }: { text: ReactNode; action?: ReactNode; seed?: string }) {
  return (
    <div className="empty">
      <BatikTile seed={seed} className="empty-tile" />
      <p>{text}</p>
      {action}
    </div>
  );
}
