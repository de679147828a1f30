import type { ReactNode } from 'react';
import { BoardLink } from '~/components/stall/board-link';
import { PageHeading, type PageHeadingProps } from '~/components/ui/page-heading';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { Shell, type ShellProps } from './shell';
import { SideNav } from './side-nav';
import { SignedInLinks } from './signed-in-links';

type BoardSection = 'queue' | 'counter' | 'stock' | 'slots';

export interface BoardPageProps extends Omit<PageHeadingProps, 'title'> {
  title: ReactNode;
  stall: { participationId: string; name: string; booth: number };
  current?: BoardSection;
  width?: ShellProps['width'];
  children: ReactNode;
}

/** A page of a stall on the day, for one thumb: queue, counter sale, stock, pickup times. */
export function BoardPage({ title, stall, current, lead, back, actions, width = 'wide', children }: BoardPageProps) {
  const { common } = useWords();
  const base = pathTo(`/papan/${stall.participationId}`, useLanguage());
  const { nav } = common;
  return (
    <Shell
      headerNav={<SignedInLinks account={false} />}
      width={width}
      nav={
        <SideNav
          label={common.menuOfPage}
          title={`${common.booth(stall.booth)} · ${stall.name}`}
          current={current}
          items={[
            { key: 'queue', href: base, label: nav.boardQueue, icon: 'bowl' },
            { key: 'counter', href: `${base}/pesanan-di-stan`, label: nav.boardCounter, icon: 'plus' },
            { key: 'stock', href: `${base}/stok`, label: nav.boardStock, icon: 'sort' },
            { key: 'slots', href: `${base}/jam-ambil`, label: nav.boardSlots, icon: 'clock' },
          ]}
        />
      }
    >
      <BoardLink base={base} stall={stall.participationId} />
      <PageHeading title={title} lead={lead} back={back} actions={actions} />
      {children}
    </Shell>
  );
}
