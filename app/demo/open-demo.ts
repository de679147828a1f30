import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSignInLink } from '~/domain/identity/make-sign-in-link.server';
import type { AppContext } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import { type RoleOfDemo, readSignInRoles } from './read-sign-in-roles';
import { DEMO_PIN } from './world/customers';
import { tellStory } from './world/story';

interface SignIn {
  role: string;
  name: string;
  url: string;
}

/** Fills an empty database with the demo's world; a filled one is left as it is. */
export async function fillDemo(app: AppContext): Promise<void> {
  const known = await app.db.selectFrom('identity_person').select('id').limit(1).executeTakeFirst();
  if (known) return;
  process.stdout.write('Menyiapkan festival contoh … (building the demo festival)\n');
  const started = performance.now();
  await tellStory(app);
  process.stdout.write(`Siap dalam ${((performance.now() - started) / 1000).toFixed(1)} detik.\n`);
}

/** Prints where to go and fresh one-time sign-ins for a person of each role; DATA_DIR/demo.json lists the same. */
export async function welcome(app: AppContext, url: string): Promise<void> {
  const festivals = await app.db
    .selectFrom('festival_edition')
    .select(['slug', 'name'])
    .orderBy('created_at')
    .execute();
  const roles = await readSignInRoles(app.db);
  const signIns: SignIn[] = [];
  for (const role of roles) signIns.push(await makeSignIn(app, url, role));
  writeFileSync(
    join(app.config.dataDir, 'demo.json'),
    `${JSON.stringify({ url, festivals, signIns, pin: DEMO_PIN }, null, 2)}\n`,
  );
  const lines = [
    '',
    ...festivals.map(({ name, slug }) => `  ${name.padEnd(24)} ${url}/festival/${slug}`),
    `  ${'Pesan / messages'.padEnd(24)} ${url}/dev/pesan`,
    '',
    '  Masuk sekali pakai (one-time sign-ins):',
    ...signIns.map(({ role, name, url: link }) => `  ${`${role} · ${name}`.padEnd(44)} ${link}`),
    '',
    `  PIN dompet contoh: ${DEMO_PIN}`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function makeSignIn(app: AppContext, url: string, { role, name, personId }: RoleOfDemo): Promise<SignIn> {
  const path = await app.inTransaction((tx) =>
    makeSignInLink(tx, { personId: personId as PersonId, now: app.clock.now() }),
  );
  return { role, name, url: `${url}${path}` };
}
