import type { ReactNode } from 'react';
import { Icon } from '~/components/ui/icon';
import { PageHeading, type PageHeadingProps } from '~/components/ui/page-heading';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { Shell, type ShellProps } from './shell';
import { SignedInLinks } from './signed-in-links';

export interface PublicPageProps extends Partial<Omit<PageHeadingProps, 'title'>> {
  title: ReactNode;
  /** A hero carries the h1 itself; then no heading is drawn. */
  hero?: ReactNode;
  width?: ShellProps['width'];
  bottom?: ReactNode;
  /** A page only somebody signed in sees: the header offers to sign out. */
  signedIn?: boolean;
  children: ReactNode;
}

/** A page for anyone: festivals, menus, basket, order, sign-in, sign-up. Holds nothing personal in its frame. */
export function PublicPage({ title, lead, back, actions, hero, width, bottom, signedIn, children }: PublicPageProps) {
  return (
    <Shell headerNav={signedIn ? <SignedInLinks /> : <PublicLinks />} hero={hero} width={width} bottom={bottom}>
      {hero ? null : <PageHeading title={title} lead={lead} back={back} actions={actions} />}
      {children}
    </Shell>
  );
}

function PublicLinks() {
  const { common } = useWords();
  const language = useLanguage();
  return (
    <>
      <a className="site-nav-link" href={pathTo('/keranjang', language)}>
        <Icon name="basket" />
        <span className="site-nav-word">{common.nav.basket}</span>
      </a>
      <a className="site-nav-link" href={pathTo('/masuk', language)}>
        {common.signIn}
      </a>
    </>
  );
}
