import type { ReactNode } from 'react';

export interface FilterChip {
  key: string;
  href: string;
  text: ReactNode;
  count: number;
}

/** Filters of a list with their counts, as links. */
export function FilterChips({
  label,
  chips,
  current,
}: {
  label: string;
  chips: readonly FilterChip[];
  current: string;
}) {
  return (
    <nav className="filter-chips" aria-label={label}>
      {chips.map(({ key, href, text, count }) => (
        <a
          key={key}
          href={href}
          className={key === current ? 'filter-chip filter-chip-on' : 'filter-chip'}
          aria-current={key === current ? 'true' : undefined}
        >
          {text} <strong>{count}</strong>
        </a>
      ))}
    </nav>
  );
}
