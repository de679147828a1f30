import type { ReactNode } from 'react';
import { Sprite } from '~/components/ui/sprite';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { useFrame } from './frame';
import { Garland } from './garland';

export interface ShellProps {
  /** Links of the site at the right of the header. */
  headerNav?: ReactNode;
  /** Second line of the header, or a side nav; see `SideNav`. */
  nav?: ReactNode;
  /** A hero over the whole width, above the content; for pages without `nav`. */
  hero?: ReactNode;
  /** main's width: narrow for forms, wide for lists and tables. */
  width?: 'narrow' | 'normal' | 'wide';
  /** Fixed at the bottom, outside main: a basket bar. */
  bottom?: ReactNode;
  children: ReactNode;
}

/** Header, main, footer: the frame of every page. The root puts the skip link before it. */
export function Shell({ headerNav, nav, hero, width = 'normal', bottom, children }: ShellProps) {
  const classes = ['shell', nav && 'shell-with-nav', bottom && 'shell-with-bottom'].filter(Boolean).join(' ');
  return (
    <div className={classes}>
      <Sprite />
      <SiteHeader>{headerNav}</SiteHeader>
      {hero ? (
        <main id="isi" tabIndex={-1} className="main-hero">
          {hero}
          <div className="shell-body">
            <div className={`main main-${width}`}>{children}</div>
          </div>
        </main>
      ) : (
        <div className="shell-body">
          {nav}
          <main id="isi" tabIndex={-1} className={`main main-${width}`}>
            {children}
          </main>
        </div>
      )}
      <SiteFooter />
      {bottom}
    </div>
  );
}

function SiteHeader({ children }: { children?: ReactNode }) {
  const { common } = useWords();
  const language = useLanguage();
  const other = language === 'id' ? 'en' : 'id';
  return (
    <header className="site-header on-ink">
      <div className="site-header-row">
        <a className="brand" href={pathTo('/', language)}>
          <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path fill="#f2b632" d="M16 1c2 6 8 8 8 15a8 8 0 0 1-16 0c0-4 3-6 4-9 1 1 3 2 3 4 1-3 2-6 1-10" />
            <path fill="#fffbf3" d="M3 21h26a13 13 0 0 1-8 10H11A13 13 0 0 1 3 21" />
          </svg>
          {common.siteName}
        </a>
        <nav className="site-nav" aria-label={common.menuOfSite}>
          {children}
          <a
            href={pathTo(useFrame().address, other)}
            hrefLang={other}
            lang={other}
            aria-label={common.otherLanguageLabel}
            className="site-nav-link"
          >
            {language === 'id' ? 'EN' : 'ID'}
          </a>
        </nav>
      </div>
      <Garland />
    </header>
  );
}

function SiteFooter() {
  const { common } = useWords();
  const language = useLanguage();
  const { address, demoClock } = useFrame();
  const other = language === 'id' ? 'en' : 'id';
  const to = (path: string) => pathTo(path, language);
  return (
    <footer className="site-footer on-ink">
      <div className="site-footer-row">
        <p className="site-footer-line">{common.footerLine}</p>
        <ul>
          <li>
            <a href={to('/')}>{common.footerFestivals}</a>
          </li>
          <li>
            <a href={to('/daftar')}>{common.footerMerchant}</a>
          </li>
          <li>
            <a href={to('/penyelenggara')}>{common.footerOrganiser}</a>
          </li>
          <li>
            <a href={to('/dompet')}>{common.footerWallet}</a>
          </li>
          <li>
            <a href={to('/privasi')}>{common.footerPrivacy}</a>
          </li>
          <li>
            <a href={pathTo(address, other)} hrefLang={other} lang={other}>
              {common.otherLanguage}
            </a>
          </li>
        </ul>
        {demoClock ? (
          <p className="demo-clock">
            {demoClock.href ? <a href={demoClock.href}>{demoClock.text}</a> : demoClock.text}
          </p>
        ) : null}
      </div>
    </footer>
  );
}
