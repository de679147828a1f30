import type { ReactNode } from 'react';
import { Icon } from './icon';

export interface PageHeadingProps {
  title: ReactNode;
  lead?: ReactNode;
  /** Where one came from. */
  back?: { href: string; label: string };
  actions?: ReactNode;
}

/** The one h1 of a page. Layouts render it from `title`; use it directly only where a layout got `heading={false}`. */
export function PageHeading({ title, lead, back, actions }: PageHeadingProps) {
  return (
    <header className="page-heading">
      <div>
        {back ? (
          <a className="back-link" href={back.href}>
            <Icon name="back" />
            {back.label}
          </a>
        ) : null}
        <h1>{title}</h1>
        {lead ? <p>{lead}</p> : null}
      </div>
      {actions ? <div className="page-heading-acts">{actions}</div> : null}
    </header>
  );
}
