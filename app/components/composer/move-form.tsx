import type { ReactNode } from 'react';

/** One move on the board: a form of hidden fields and one button. */
export function MoveForm({
  action,
  fields,
  className,
  children,
}: {
  action: string;
  fields: Record<string, string>;
  className?: string;
  children: ReactNode;
}) {
  return (
    <form method="post" action={action} className="move-form" data-move>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={className}>
        {children}
      </button>
    </form>
  );
}
