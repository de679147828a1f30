import type { ReactNode } from 'react';
import { PageHeading, type PageHeadingProps } from '~/components/ui/page-heading';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { Shell, type ShellProps } from './shell';
import { SideNav } from './side-nav';
import { SignedInLinks } from './signed-in-links';

type OperatorSection = 'home' | 'organisations' | 'papers' | 'outbox' | 'cache' | 'privacy';

export interface OperatorPageProps extends Omit<PageHeadingProps, 'title'> {
  title: ReactNode;
  current?: OperatorSection;
  width?: ShellProps['width'];
  children: ReactNode;
}

/** A page of whoever runs the installation. */
export function OperatorPage({ title, current, lead, back, actions, width = 'wide', children }: OperatorPageProps) {
  const { common } = useWords();
  const base = pathTo('/operator', useLanguage());
  return (
    <Shell
      headerNav={<SignedInLinks />}
      width={width}
      nav={
        <SideNav
          label={common.menuOfPage}
          title="Operator"
          current={current}
          items={[
            { key: 'home', href: base, label: common.nav.operatorHome, icon: 'home' },
            { key: 'organisations', href: `${base}/lembaga`, label: common.nav.operatorOrganisations, icon: 'people' },
            { key: 'papers', href: `${base}/dokumen`, label: common.nav.operatorPapers, icon: 'paper' },
            { key: 'outbox', href: `${base}/outbox`, label: common.nav.operatorOutbox, icon: 'send' },
            { key: 'cache', href: `${base}/tembolok`, label: common.nav.operatorCache, icon: 'chart' },
            { key: 'privacy', href: `${base}/privasi`, label: common.nav.operatorPrivacy, icon: 'paper' },
          ]}
        />
      }
    >
      <PageHeading title={title} lead={lead} back={back} actions={actions} />
      {children}
    </Shell>
  );
}
