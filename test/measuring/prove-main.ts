import { mkdirSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Engine } from '~db/engine.server';
import type { World } from '../setup/open-world';
import { describeMachine } from './machine';
import { type Size, withRun, wordsOf } from './measure-line';
import { openOwnWorld } from './own-site';
import type { Proof } from './proof';
import { byNumber, proofModules, readProof } from './proofs';
import { holds, type ProvedOn, proofPage } from './tell-proof';

/**
 * `npm run prove`, built and started by test/prove.mjs: id … [--sqlite|--postgres] [--quick]. Full size writes
 * docs/proofs/<ID>.md; the small size shows that the module works and writes nothing.
 */
const words = process.argv.slice(2);
const size: Size = words.includes('--quick') ? 'quick' : 'full';
const ids = words.filter((word) => !word.startsWith('--'));
const wanted = words.flatMap((word): Engine[] =>
  word === '--sqlite' ? ['sqlite'] : word === '--postgres' ? ['postgres'] : [],
);

if (ids.length === 0) await listProofs();
else process.exit(await proveAll());

async function listProofs(): Promise<void> {
  for (const id of Object.keys(proofModules).sort(byNumber)) {
    const { what, mustShow, engines } = await readProof(id);
    process.stdout.write(`${id.padEnd(4)} ${what} (${engines.join(', ')}): ${mustShow}\n`);
  }
  process.stdout.write('npm run prove -- R1 proves one at full size; `all` proves them one after the other.\n');
}

async function proveAll(): Promise<number> {
  const chosen = ids.includes('all') ? Object.keys(proofModules).sort(byNumber) : ids;
  const proofs = await Promise.all(chosen.map(readProof));
  let broken = 0;
  for (const proof of proofs) broken += (await proveOne(proof)) ? 0 : 1;
  return broken === 0 ? 0 : 1;
}

async function proveOne(proof: Proof): Promise<boolean> {
  const taken = new Date();
  const machine = describeMachine();
  const parts: ProvedOn[] = [];
  for (const engine of proof.engines.filter((one) => wanted.length === 0 || wanted.includes(one))) {
    process.stderr.write(`${proof.id} on ${engine} …\n`);
    parts.push(await proveOn(proof, engine));
  }
  if (parts.length === 0) throw new Error(`${proof.id} is not proved on this engine`);
  const page = proofPage(proof, taken, machine, parts);
  process.stdout.write(`${page}\n`);
  if (size === 'full' && wanted.length === 0) {
    mkdirSync('docs/proofs', { recursive: true });
    writeFileSync(`docs/proofs/${proof.id}.md`, page);
  }
  return parts.every(holds);
}

async function proveOn(proof: Proof, engine: Engine): Promise<ProvedOn> {
  const began = performance.now();
  let engineVersion: string = engine;
  const seconds = () => (performance.now() - began) / 1000;
  try {
    const result = await withRun(size, async (run) => {
      const world = async (options = {}) => {
        const opened = await openOwnWorld(run, engine, options);
        engineVersion = await versionOf(opened);
        return opened;
      };
      return proof.prove({ ...run, engine, world });
    });
    return { engine, engineVersion, seconds: seconds(), result };
  } catch (error) {
    return { engine, engineVersion, seconds: seconds(), result: null, failed: wordsOf(error) };
  }
}

async function versionOf({ engine, db }: World): Promise<string> {
  const query =
    engine === 'sqlite'
      ? sql<{ v: string }>`select sqlite_version() as v`
      : sql<{ v: string }>`select current_setting('server_version') as v`;
  const version = (await query.execute(db)).rows[0]?.v ?? '';
  return engine === 'sqlite' ? `SQLite ${version}` : `PostgreSQL ${version}`;
}
