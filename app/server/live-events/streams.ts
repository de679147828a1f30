import { readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import type { Right, ScopedRight } from '~/domain/identity/rights';
import { readOrderPlace } from '~/domain/orders/read-order-place.server';
import { readStallOwner } from '~/domain/stalls/read-stall-owner.server';
import type { ReadDb } from '~/platform/app-context';
import type { LiveTopic } from '~/platform/live.server';
import { parseId } from '~/shared/ids';
import { plainPath } from '~/shared/paths';

export type StreamParams = Readonly<Record<string, string>>;

export interface LiveStream {
  /** Indonesian address; the same stands under /en. */
  address: string;
  right: Extract<Right, 'public'> | ScopedRight;
  /** What the address names: the merchant or organisation whose right is asked, and what is told. Null where there is nothing. */
  find: (db: ReadDb, params: StreamParams) => Promise<{ scopeId: string; topics: LiveTopic[] } | null>;
}

/** Every stream of the site, once. A new one also needs a row in test/http/rights-matrix. */
export const streams: readonly LiveStream[] = [
  {
    // The address itself is the capability, as on the order's page.
    address: '/pesanan/:orderId/langsung',
    right: 'public',
    find: async (db, { orderId }) => {
      const id = parseId('ord', orderId);
      const place = id && (await readOrderPlace(db, id));
      return place ? { scopeId: '', topics: [`order:${place.orderId}`] } : null;
    },
  },
  {
    address: '/papan/:participationId/langsung',
    right: 'merchant.sell',
    find: async (db, { participationId }) => {
      const owner = await readStallOwner(db, participationId);
      return owner && { scopeId: owner.merchantId, topics: [`board:${owner.participationId}`] };
    },
  },
  {
    address: '/festival/:slug/siap/langsung',
    right: 'public',
    find: async (db, { slug = '' }) => {
      const festival = await readFestivalBySlug(db, slug);
      if (!festival || festival.publishedAt === null) return null;
      return { scopeId: '', topics: [`ready:${festival.id}`] };
    },
  },
  {
    address: '/penyelenggara/:organisationId/festival/:festivalId/kendali/langsung',
    right: 'organisation.view',
    find: async (db, params) => {
      const own = await readOrganiserFestival(db, params);
      return own && { scopeId: own.organisation.id, topics: [`control:${own.festival.id}`] };
    },
  },
];

const patterns = streams.map((stream) => ({ stream, parts: stream.address.split('/') }));

/** The stream behind a path of either language, with what its address names; null for every other address. */
export function streamAt(pathname: string): { stream: LiveStream; params: StreamParams } | null {
  if (!pathname.endsWith('/langsung')) return null;
  const parts = plainPath(pathname).split('/');
  for (const { stream, parts: pattern } of patterns) {
    if (pattern.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = pattern.every((part, at) => {
      const given = parts[at] ?? '';
      if (!part.startsWith(':')) return part === given;
      params[part.slice(1)] = decodeURIComponent(given);
      return given !== '';
    });
    if (fits) return { stream, params };
  }
  return null;
}
