import type { ReactNode } from 'react';
import { PageHeading, type PageHeadingProps } from '~/components/ui/page-heading';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { HelpPage } from './help-page';
import { Shell, type ShellProps } from './shell';
import { SideNav } from './side-nav';
import { SignedInLinks } from './signed-in-links';

type MerchantSection = 'home' | 'menu' | 'festival' | 'learn' | 'sales';

export interface MerchantPageProps extends Omit<PageHeadingProps, 'title'> {
  title: ReactNode;
  merchant: { id: string; name: string };
  current?: MerchantSection;
  /** Set where somebody only helps here: until when, epoch ms. She has no other places of this business. */
  helpsUntil?: number | null;
  width?: ShellProps['width'];
  children: ReactNode;
}

/** A page of one business: five places in the nav, the rest (profile, papers) is reached from "Ringkasan". */
export function MerchantPage({ helpsUntil, ...props }: MerchantPageProps) {
  return helpsUntil ? <HelpPage until={helpsUntil} {...props} /> : <OwnPage {...props} />;
}

function OwnPage({ title, merchant, current, lead, back, actions, width, children }: MerchantPageProps) {
  const { common } = useWords();
  const language = useLanguage();
  const base = `/usaha/${merchant.id}`;
  const to = (path: string) => pathTo(path, language);
  const { nav } = common;
  return (
    <Shell
      headerNav={<SignedInLinks />}
      width={width}
      nav={
        <SideNav
          label={common.menuOfPage}
          title={merchant.name}
          current={current}
          items={[
            { key: 'home', href: to(base), label: nav.merchantHome, icon: 'home' },
            { key: 'menu', href: to(`${base}/menu`), label: nav.merchantMenu, icon: 'bowl' },
            { key: 'festival', href: to(`${base}/festival`), label: nav.merchantFestivals, icon: 'flag' },
            { key: 'learn', href: to(`/belajar/${merchant.id}`), label: nav.merchantLearn, icon: 'book' },
            { key: 'sales', href: to(`${base}/penjualan`), label: nav.merchantSales, icon: 'chart' },
          ]}
        />
      }
    >
      <PageHeading title={title} lead={lead} back={back} actions={actions} />
      {children}
    </Shell>
  );
}
