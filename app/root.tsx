import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { FrameProvider } from '~/components/layout/frame';
import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { LanguageProvider, wordsFor } from '~/i18n/index';
import { languageOf, pathTo } from '~/shared/paths';
import stylesheet from '~/styles/app.css?url';
import { readEnhanceAddress } from '~/web/enhance.server';
import { usePageContext } from '~/web/page-context';

export const links = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** Nothing personal: every page has this, cached ones too. */
export function loader() {
  return { enhanceAddress: readEnhanceAddress() };
}

/** Never asked again by the browser: it cannot change while a page lives. */
export const shouldRevalidate = () => false;

interface DocumentProps {
  children: ReactNode;
  /** Only where no page's `meta` says one. */
  title?: string;
  enhanceAddress?: string | null;
}

function Document({ children, title, enhanceAddress }: DocumentProps) {
  const { pathname, search } = useLocation();
  const { nonce } = usePageContext();
  const language = languageOf(pathname);
  const hydrated = useMatches().some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate === true);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#b3261e" />
        {title ? <title>{title}</title> : <Meta />}
        <Links />
        {enhanceAddress ? <script type="module" src={enhanceAddress} /> : null}
      </head>
      <body>
        <a className="skip-link" href="#isi">
          {wordsFor(language).common.skip}
        </a>
        <LanguageProvider value={language}>
          <FrameProvider value={{ address: pathname + search }}>{children}</FrameProvider>
        </LanguageProvider>
        {hydrated ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

export default function Root() {
  const [root] = useMatches();
  return (
    <Document enhanceAddress={(root?.data as { enhanceAddress?: string | null } | undefined)?.enhanceAddress}>
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
  return (
    <Document title={missing ? words.pageNotFound : words.trouble}>
      <PublicPage title={missing ? words.pageNotFound : words.trouble} width="narrow">
        <p suppressHydrationWarning>{missing ? words.pageNotFoundHelp : words.troubleHelp(reference ?? '')}</p>
        <p>
          <ButtonLink variant="primary" href={pathTo('/', languageOf(pathname))}>
            {words.backHome}
          </ButtonLink>
        </p>
      </PublicPage>
    </Document>
  );
}
