import type { ReactNode } from 'react';
import { PageHeading, type PageHeadingProps } from '~/components/ui/page-heading';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { Shell, type ShellProps } from './shell';
import { type NavItem, SideNav } from './side-nav';
import { SignedInLinks } from './signed-in-links';

type OperatorSection = 'home' | 'review' | 'organisations' | 'papers' | 'outbox' | 'cache' | 'privacy';

export interface OperatorPageProps extends Omit<PageHeadingProps, 'title'> {
  title: ReactNode;
  current?: OperatorSection;
  width?: ShellProps['width'];
  /** For a verifier, who has nothing but the two queues here. */
  isVerifierOnly?: boolean;
  children: ReactNode;
}

/** A page of whoever runs the installation. */
export function OperatorPage({
  title,
  current,
  lead,
  back,
  actions,
  width = 'wide',
  isVerifierOnly,
  children,
}: OperatorPageProps) {
  const { common, identity } = useWords();
  const base = pathTo('/operator', useLanguage());
  const review: NavItem = { key: 'review', href: `${base}/periksa`, label: common.nav.operatorReview, icon: 'check' };
  const papers: NavItem = { key: 'papers', href: `${base}/dokumen`, label: common.nav.operatorPapers, icon: 'paper' };
  const items: NavItem[] = [
    { key: 'home', href: base, label: common.nav.operatorHome, icon: 'home' },
    review,
    papers,
    { key: 'organisations', href: `${base}/lembaga`, label: common.nav.operatorOrganisations, icon: 'people' },
    { key: 'outbox', href: `${base}/outbox`, label: common.nav.operatorOutbox, icon: 'send' },
  ];
  return (
    <Shell
      headerNav={<SignedInLinks />}
      width={width}
      nav={
        <SideNav
          label={common.menuOfPage}
          title={identity.roles[isVerifierOnly ? 'verifier' : 'operator']}
          current={current}
          items={isVerifierOnly ? [review, papers] : items}
        />
      }
    >
      <PageHeading title={title} lead={lead} back={back} actions={actions} />
      {children}
    </Shell>
  );
}
