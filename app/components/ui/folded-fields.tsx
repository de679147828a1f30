import type { ReactNode } from 'react';
import { useForm } from './form';

export interface FoldedFieldsProps {
  summary: ReactNode;
  /** Of the fields inside. */
  names: readonly string[];
  /** Unfolded from the start. */
  open?: boolean;
  className?: string;
  children: ReactNode;
}

/** Fields that are seldom needed; never folded over one that is wrong or was just filled in. */
export function FoldedFields({ summary, names, open = false, className, children }: FoldedFieldsProps) {
  const { errors, typed } = useForm();
  const isInUse = names.some((name) => errors[name] !== undefined || Boolean(typed[name]));
  return (
    <details className={className} open={open || isInUse}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
