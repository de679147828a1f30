import type { ReactNode } from 'react';

export interface CardProps {
  title?: ReactNode;
  /** Heading level of the title, 2 unless told. */
  level?: 2 | 3;
  id?: string;
  className?: string;
  children: ReactNode;
}

/** White paper on the table: one subject, one card. */
export function Card({ title, level = 2, id, className, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section id={id} className={className ? `card ${className}` : 'card'}>
      {title ? <Heading className="card-title">{title}</Heading> : null}
      {children}
    </section>
  );
}
