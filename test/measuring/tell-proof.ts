import type { Engine } from '~db/engine.server';
import type { Machine } from './machine';
import type { Facts, Proof, ProofResult } from './proof';
import { figure } from './tell-lines';

/** One engine's part of a proof: what came out, or why nothing did. */
export interface ProvedOn {
  engine: Engine;
  engineVersion: string;
  seconds: number;
  result: ProofResult | null;
  failed?: string;
}

/** Everything was shown, and the control failed as it must. */
export function holds({ result }: ProvedOn): boolean {
  if (!result) return false;
  return Object.values(result.shown).every(Boolean) && (result.control?.failed ?? true);
}

/** The page under docs/proofs. */
export function proofPage(proof: Proof, taken: Date, machine: Machine, parts: readonly ProvedOn[]): string {
  const verdict = parts.every(holds) ? 'It holds.' : '**It does not hold.**';
  const { processors, memory, system, node, load } = machine;
  return [
    `# ${proof.id}: ${proof.what}`,
    `Must show: ${proof.mustShow}. ${verdict}`,
    `${taken.toISOString().slice(0, 10)} · ${processors} · ${memory} · ${system} · Node ${node} · load before ${load} · \`npm run prove -- ${proof.id}\``,
    ...parts.map(partOf),
  ]
    .join('\n\n')
    .concat('\n');
}

function partOf(part: ProvedOn): string {
  const { engineVersion, seconds, result, failed } = part;
  const head = `## ${engineVersion}`;
  if (!result) return `${head}\n\nCould not be run: ${failed}`;
  const { parameters, figures, shown, control, notes = [] } = result;
  return [
    head,
    `${holds(part) ? 'Holds' : '**Does not hold**'}; ${figure(seconds)} s in all.`,
    table('Size', parameters),
    table('Shown', Object.fromEntries(Object.entries(shown).map(([name, is]) => [name, is ? 'yes' : '**no**']))),
    table('Figures', figures),
    ...(control ? [controlOf(control)] : []),
    ...notes.map((note) => `- ${note}`),
  ].join('\n\n');
}

function controlOf({ what, figures, failed }: NonNullable<ProofResult['control']>): string {
  const words = failed ? 'failed, as it must' : '**did not fail: this proves nothing**';
  return `Control (${what}): ${words}.\n\n${table('Control', figures)}`;
}

function table(head: string, facts: Facts): string {
  const rows = Object.entries(facts).map(
    ([name, value]) => `| ${name} | ${typeof value === 'number' ? figure(value) : value} |`,
  );
  return [`| ${head} | |`, '|---|---|', ...rows].join('\n');
}
