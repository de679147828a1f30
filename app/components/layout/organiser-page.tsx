import type { ReactNode } from 'react';
import { PageHeading, type PageHeadingProps } from '~/components/ui/page-heading';
import { useLanguage, useWords, type Words } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { Shell, type ShellProps } from './shell';
import { type NavItem, SideNav } from './side-nav';
import { SignedInLinks } from './signed-in-links';

type OrganiserSection =
  | 'festivals'
  | 'import'
  | 'claims'
  | 'overview'
  | 'applicants'
  | 'compose'
  | 'publish'
  | 'signs'
  | 'control';

export interface OrganiserPageProps extends Omit<PageHeadingProps, 'title'> {
  title: ReactNode;
  organisation: { id: string; name: string };
  /** Inside one festival the nav is that festival's. */
  festival?: { id: string; name: string; state?: string };
  current?: OrganiserSection;
  width?: ShellProps['width'];
  children: ReactNode;
}

/** A page of an organisation, or of one of its festivals. */
export function OrganiserPage({
  title,
  organisation,
  festival,
  current,
  lead,
  back,
  actions,
  width = 'wide',
  children,
}: OrganiserPageProps) {
  const { common } = useWords();
  const language = useLanguage();
  const base = pathTo(`/penyelenggara/${organisation.id}`, language);
  const items = festival
    ? festivalItems(`${base}/festival/${festival.id}`, common.nav, festival.state)
    : organisationItems(base, common.nav);
  const up = festival ? { href: base, label: organisation.name } : undefined;
  return (
    <Shell
      headerNav={<SignedInLinks />}
      width={width}
      nav={
        <SideNav
          label={common.menuOfPage}
          title={festival?.name ?? organisation.name}
          items={items}
          current={current}
        />
      }
    >
      <PageHeading title={title} lead={lead} back={back ?? up} actions={actions} />
      {children}
    </Shell>
  );
}

function organisationItems(base: string, nav: Words['common']['nav']): NavItem[] {
  return [
    { key: 'festivals', href: base, label: nav.organiserHome, icon: 'flag' },
    { key: 'import', href: `${base}/impor`, label: nav.organiserImport, icon: 'upload' },
    { key: 'claims', href: `${base}/klaim`, label: nav.organiserClaims, icon: 'paper' },
  ];
}

/** Five at most, so that they fit under a thumb: on the day the control room stands where the line-up was composed. */
function festivalItems(base: string, nav: Words['common']['nav'], state: string | undefined): NavItem[] {
  const work: NavItem =
    state === 'running'
      ? { key: 'control', href: `${base}/kendali`, label: nav.festivalControl, icon: 'chart' }
      : { key: 'compose', href: `${base}/susun`, label: nav.festivalCompose, icon: 'map' };
  return [
    { key: 'overview', href: base, label: nav.festivalOverview, icon: 'home' },
    { key: 'applicants', href: `${base}/pendaftar`, label: nav.festivalApplicants, icon: 'people' },
    work,
    { key: 'publish', href: `${base}/umumkan`, label: nav.festivalPublish, icon: 'send' },
    { key: 'signs', href: `${base}/tanda`, label: nav.festivalSigns, icon: 'scan' },
  ];
}
