import type { ReactNode } from 'react';
import { Sprite } from '~/components/ui/sprite';

/** A sheet for the printer: no header, no footer. `kind`: sign (one a page), slip, ticket (80 mm roll). */
export function PrintPage({ kind, children }: { kind: 'sign' | 'slip' | 'ticket' | 'sheet'; children: ReactNode }) {
  return (
    <main id="isi" className={`print-page print-${kind}`}>
      <Sprite />
      {children}
    </main>
  );
}
