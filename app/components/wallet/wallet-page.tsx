import type { ReactNode } from 'react';
import { PublicPage } from '~/components/layout/public-page';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** `path` with the address to go back to after it. */
export function withNext(path: string, next: string | null): string {
  return next ? `${path}?lanjut=${encodeURIComponent(next)}` : path;
}

/** A page of the customer's wallet, with the way back to it. */
export function WalletPage({ title, lead, next = null, top, width = 'narrow', children }: { title: ReactNode; lead?: ReactNode; next?: string | null; top?: boolean; width?: 'narrow' | 'normal'; children: ReactNode }) {
  const { wallet } = useWords();
  const language = useLanguage();
  const back = top ? undefined : { href: withNext(pathTo('/dompet', language), next), label: wallet.home.title };
  return (
    <PublicPage title={title} lead={lead} back={back} width={width}>
      {children}
    </PublicPage>
  );
}
