import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pages } from '../../app/routes';

interface BuiltRoute {
  id: string;
  path?: string;
  index?: boolean;
  module: { action?: unknown; loader?: unknown; default?: unknown; handle?: unknown };
}

/** The routes as built, by id. The module graph is the process's own; importing it starts nothing. */
export async function readBuiltRoutes(): Promise<Record<string, BuiltRoute>> {
  const file = resolve(process.env.BUILD_DIR || 'build', 'server/index.js');
  if (!existsSync(file)) throw new Error('build/server/index.js is missing: npm run build');
  return ((await import(/* @vite-ignore */ file)) as { routes: Record<string, BuiltRoute> }).routes;
}

/** Every page with what it exports, Indonesian addresses; the catch-all left out. */
export async function readPages() {
  const routes = await readBuiltRoutes();
  return pages
    .filter(({ address }) => address !== '/*')
    .map(({ id, address }) => ({
      id,
      address,
      hasAction: typeof routes[id]?.module.action === 'function',
      hasLoader: typeof routes[id]?.module.loader === 'function',
      hasPage: routes[id]?.module.default !== undefined,
    }));
}

const SAMPLE = '00000000000000000000000000';

/** An address with every parameter filled in; ids that look right and exist nowhere unless given. */
export function fillAddress(address: string, params: Record<string, string> = {}): string {
  return address.replace(/:(\w+)/g, (_all, name: string) => params[name] ?? sampleOf(name));
}

const PREFIXES: Record<string, string> = {
  merchantId: 'mrc',
  organisationId: 'org',
  festivalId: 'fst',
  participationId: 'par',
  dishId: 'dsh',
  orderId: 'ord',
  importId: 'imp',
  ticketId: 'tkt',
  offerId: 'ofr',
  applicationId: 'apl',
  sessionId: 'ses',
  invitationId: 'inv',
  outboxId: 'out',
  personId: 'psn',
  topUpId: 'top',
  boothId: 'bth',
  incidentId: 'inc',
  stallPhoneId: 'stp',
  helpId: 'hlp',
  passkeyId: 'pky',
};

function sampleOf(name: string): string {
  return PREFIXES[name] ? `${PREFIXES[name]}_${SAMPLE}` : 'tidak-ada';
}
