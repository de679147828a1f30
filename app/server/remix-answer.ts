import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { languageOf, pathTo } from '~/shared/paths';
import type { RequestContext, Site } from './http-server';

type Answer = Site['answer'];

const METHODS = new Set(['GET', 'POST']);

/**
 * Remix, asked with as few routes as an address needs. It ranks and compiles its whole table several times a request,
 * which costs more than rendering most pages: so what is asked or sent is answered by a handler that knows the root and
 * that address alone. Whatever is not surely such an address (a hydrated page, page data, an unknown one) goes to the
 * whole table.
 */
export function makeRemixAnswer(build: ServerBuild, mode: string | undefined): Answer {
  const whole = createRequestHandler(build, mode) as unknown as Answer;
  const addresses = readAddresses(build);
  const handlers = new Map<string, Answer>();
  return (request: Request, context: RequestContext) => {
    const id = METHODS.has(request.method) ? findAlone(addresses, new URL(request.url).pathname) : null;
    if (id === null) return whole(request, context);
    if (request.method === 'GET' && answersOnlyForms(build, id)) return whole(asNowhere(request), context);
    let one = handlers.get(id);
    if (!one) {
      one = createRequestHandler(withOneRoute(build, id), mode) as unknown as Answer;
      handlers.set(id, one);
    }
    return one(request, context);
  };
}

/** Buttons lead there and it leads on; Remix would tell whoever opens it of a failure of ours, as JSON. */
function answersOnlyForms({ routes }: ServerBuild, id: string): boolean {
  const { loader, default: page } = routes[id]?.module ?? {};
  return loader === undefined && page === undefined;
}

/** The same request for an address that is not there, in its language. */
function asNowhere(request: Request): Request {
  const url = new URL(request.url);
  url.pathname = pathTo('/tidak-ada', languageOf(url.pathname));
  url.search = '';
  return new Request(url, request);
}

interface KnownAddress {
  id: string;
  parts: string[];
  /** Without a script of its own, which would have to know the whole table. */
  isAlone: boolean;
}

/** Every address but the catch-all, most particular first: `/a/baru` before `/a/:id`. */
export function readAddresses({ routes }: Pick<ServerBuild, 'routes'>): KnownAddress[] {
  return Object.values(routes)
    .flatMap((route) => {
      if (!route || route.id === 'root' || /[*?]/.test(route.path ?? '')) return [];
      const { handle } = route.module as { handle?: { hydrate?: boolean } };
      return [{ id: route.id, parts: partsOf(`/${route.path ?? ''}`), isAlone: handle?.hydrate !== true }];
    })
    .sort((one, other) => particular(one).localeCompare(particular(other), 'en'));
}

/** The route at an address, if it can be answered alone; null where it is not written as the table writes it. */
export function findAlone(addresses: readonly KnownAddress[], pathname: string): string | null {
  // Page data: Remix takes the ending off, so `/a/baru.data` is about `/a/baru` and not about an `/a/:id` of that name.
  if (pathname.endsWith('.data')) return null;
  const parts = partsOf(pathname);
  const found = addresses.find(
    (address) =>
      address.parts.length === parts.length &&
      address.parts.every((part, i) => (part.startsWith(':') ? parts[i] !== '' : part === parts[i])),
  );
  return found?.isAlone ? found.id : null;
}

function partsOf(path: string): string[] {
  return path.split('/');
}

function particular({ parts }: KnownAddress): string {
  return parts.map((part) => (part.startsWith(':') ? '1' : '0')).join('');
}

function withOneRoute(build: ServerBuild, id: string): ServerBuild {
  const pick = <Routes extends Record<string, unknown>>(routes: Routes): Routes =>
    Object.fromEntries(Object.entries(routes).filter(([key]) => key === 'root' || key === id)) as Routes;
  return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } };
}
