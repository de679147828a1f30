import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLoaderData,
  useLocation,
  useMatches,
  useRouteError,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { FrameProvider } from '~/components/layout/frame';
import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { LanguageProvider, wordsFor } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { languageOf, pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import customerStyles from '~/styles/pages/customer.css?url';
import menuStyles from '~/styles/pages/menu.css?url';
import merchantStyles from '~/styles/pages/merchant.css?url';
import organiserStyles from '~/styles/pages/organiser.css?url';
import screenStyles from '~/styles/pages/screen.css?url';
import stallStyles from '~/styles/pages/stall.css?url';
import { readEnhanceAddresses } from '~/web/enhance.server';
import { usePageContext } from '~/web/page-context';
import { isForCustomers, pageFamilyOf, STYLES_OF_FAMILY, type StyleName } from '~/web/page-family';
import type { LoaderFunctionArgs } from '~/web/remix';

export const links = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }];

const STYLES: Record<StyleName, string> = {
  menu: menuStyles,
  customer: customerStyles,
  screen: screenStyles,
  merchant: merchantStyles,
  stall: stallStyles,
  organiser: organiserStyles,
};

/** For pages without words of their own in the title, such as the answer to a refused move. */
export const meta = () => [{ title: 'Pestarasa' }];

/** Nothing personal: every page has this, cached ones too. */
export function loader({ context: { app } }: LoaderFunctionArgs) {
  return {
    enhance: readEnhanceAddresses(),
    demoTime: app.config.mode === 'demo' ? app.clock.now() : null,
  };
}

/** Never asked again by the browser: it cannot change while a page lives. */
export const shouldRevalidate = () => false;

interface DocumentProps {
  children: ReactNode;
  /** Only where no page's `meta` says one. */
  title?: string;
  data?: { enhance: ReturnType<typeof readEnhanceAddresses>; demoTime: number | null };
}

function Document({ children, title, data }: DocumentProps) {
  const { pathname, search } = useLocation();
  const { nonce } = usePageContext();
  const language = languageOf(pathname);
  const { common } = wordsFor(language);
  const demoClock = data?.demoTime
    ? { text: common.demoClock(formatDateTime(data.demoTime, HOUSE_ZONE, language)) }
    : null;
  const matches = useMatches();
  const hydrated = matches.some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate === true);
  const family = pageFamilyOf(matches.at(-1)?.id);
  const more = (matches.at(-1)?.handle as { enhance?: 'passkey' } | undefined)?.enhance;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#201a14" />
        {title ? <title>{title}</title> : <Meta />}
        {STYLES_OF_FAMILY[family].map((name) => (
          <link key={name} rel="stylesheet" href={STYLES[name]} />
        ))}
        <Links />
        {data ? (
          <script type="module" src={isForCustomers(family) ? data.enhance.customer : data.enhance.workplace} />
        ) : null}
        {data && more ? <script type="module" src={data.enhance[more]} /> : null}
      </head>
      <body>
        <a className="skip-link" href="#isi">
          {common.skip}
        </a>
        <LanguageProvider value={language}>
          <FrameProvider value={{ address: pathname + search, demoClock }}>{children}</FrameProvider>
        </LanguageProvider>
        {hydrated ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <Document data={useLoaderData<typeof loader>()}>
      <Outlet />
    </Document>
  );
}

/** Mandatory: Remix's own has an inline script and style, which the policy refuses. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { pathname } = useLocation();
  const { reference } = usePageContext();
  const words = wordsFor(languageOf(pathname)).common;
  const missing = isRouteErrorResponse(error) && error.status < 500;
  const title = missing ? words.pageNotFound : words.trouble;
  return (
    <Document title={title}>
      <ErrorPage title={title} help={missing ? words.pageNotFoundHelp : words.troubleHelp(reference ?? '')}>
        <ButtonLink variant="primary" href={pathTo('/', languageOf(pathname))}>
          {words.backHome}
        </ButtonLink>
      </ErrorPage>
    </Document>
  );
}

function ErrorPage({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <PublicPage title={title} width="narrow">
      <EmptyState text={<span suppressHydrationWarning>{help}</span>} action={children} />
    </PublicPage>
  );
}
