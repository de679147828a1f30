import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSignInLink } from '~/domain/identity/make-sign-in-link.server';
import type { AppContext } from '~/platform/app-context';
import { type RoleOfDemo, readSignInRoles } from './read-sign-in-roles';
import { DEMO_PIN } from './world/customers';

interface SignIn {
  role: string;
  name: string;
  url: string;
}

/** Writes DATA_DIR/demo.json with fresh one-time sign-ins, and answers the same in words for the terminal. */
export async function writeWelcome(app: AppContext, url: string): Promise<string> {
  const festivals = await app.db
    .selectFrom('festival_edition')
    .select(['slug', 'name'])
    .orderBy('created_at')
    .execute();
  const roles = await readSignInRoles(app.db);
  const signIns: SignIn[] = [];
  for (const role of roles) signIns.push(await makeSignIn(app, url, role));
  const file = join(app.config.dataDir, 'demo.json');
  writeFileSync(`${file}.new`, `${JSON.stringify({ url, festivals, signIns, pin: DEMO_PIN }, null, 2)}\n`);
  renameSync(`${file}.new`, file);
  const lines = [
    '',
    ...festivals.map(({ name, slug }) => `  ${name.padEnd(24)} ${url}/festival/${slug}`),
    `  ${'Pesan / messages'.padEnd(24)} ${url}/dev/pesan`,
    '',
    '  Masuk sekali pakai (one-time sign-ins):',
    ...signIns.map(({ role, name, url: link }) => `  ${`${role} · ${name}`.padEnd(58)} ${link}`),
    '',
    `  PIN dompet contoh: ${DEMO_PIN}`,
    '',
  ];
  return `${lines.join('\n')}\n`;
}

async function makeSignIn(app: AppContext, url: string, { role, name, personId }: RoleOfDemo): Promise<SignIn> {
  const path = await app.inTransaction((tx) => makeSignInLink(tx, { personId, now: app.clock.now() }));
  return { role, name, url: `${url}${path}` };
}
