import type { ReactNode } from 'react';

export interface Definition {
  term: ReactNode;
  value: ReactNode;
}

/** Facts as pairs: a term and what it is. */
export function DefinitionList({ items }: { items: readonly (Definition | null | false | undefined)[] }) {
  return (
    <dl className="definitions">
      {items.map((item, index) =>
        item ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts keep their order
          <div key={index}>
            <dt>{item.term}</dt>
            <dd>{item.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
