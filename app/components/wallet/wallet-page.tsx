import type { ReactNode } from 'react';
import { Shell } from '~/components/layout/shell';
import { SignedInLinks } from '~/components/layout/signed-in-links';
import { PageHeading } from '~/components/ui/page-heading';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** `path` with the address to go back to after it. */
export function withNext(path: string, next: string | null): string {
  return next ? `${path}?lanjut=${encodeURIComponent(next)}` : path;
}

export interface WalletPageProps {
  title: ReactNode;
  lead?: ReactNode;
  next?: string | null;
  /** The wallet's own first page: there is nothing to go back to. */
  top?: boolean;
  width?: 'narrow' | 'normal';
  children: ReactNode;
}

/** A page of the customer's wallet, with the way back to it. Personal: its header knows that somebody is signed in. */
export function WalletPage({ title, lead, next = null, top, width = 'narrow', children }: WalletPageProps) {
  const { wallet } = useWords();
  const language = useLanguage();
  const back = top ? undefined : { href: withNext(pathTo('/dompet', language), next), label: wallet.home.title };
  return (
    <Shell headerNav={<SignedInLinks />} width={width}>
      <PageHeading title={title} lead={lead} back={back} />
      <div className="stack">{children}</div>
    </Shell>
  );
}
