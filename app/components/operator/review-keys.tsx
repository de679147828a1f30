import type { ReactNode } from 'react';
import { useWords } from '~/i18n';

export interface Shortcut {
  keys: readonly string[];
  does: string;
}

/** Makes what it surrounds playable by keyboard (app/enhance/review-keys.ts); its legend is shown where that runs. */
export function ReviewKeys({ shortcuts, children }: { shortcuts: readonly Shortcut[]; children: ReactNode }) {
  const { keys } = useWords().review;
  return (
    <review-keys class="stack">
      {children}
      <aside className="review-legend" aria-label={keys.title} hidden>
        <label className="choice">
          <input type="checkbox" defaultChecked />
          <span className="choice-text">{keys.use}</span>
        </label>
        <ul>
          {shortcuts.map(({ keys: names, does }) => (
            <li key={does}>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}{' '}
              {does}
            </li>
          ))}
        </ul>
      </aside>
    </review-keys>
  );
}
