import type { ReactNode } from 'react';
import { PageHeading } from '~/components/ui/page-heading';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { Shell } from './shell';
import { SignedInLinks } from './signed-in-links';

export interface AccountPageProps {
  title: ReactNode;
  lead?: ReactNode;
  /** The account's first page has nowhere to go back to. */
  isFirst?: boolean;
  children: ReactNode;
}

/** A page of a person's own account. */
export function AccountPage({ title, lead, isFirst, children }: AccountPageProps) {
  const { account } = useWords().people;
  const back = { href: pathTo('/akun', useLanguage()), label: account.back };
  return (
    <Shell headerNav={<SignedInLinks />} width="narrow">
      <PageHeading title={title} lead={lead} {...(isFirst ? {} : { back })} />
      <div className="stack">{children}</div>
    </Shell>
  );
}
