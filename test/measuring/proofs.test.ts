import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Proof, ProofResult } from './proof';
import { byNumber, proofModules, readProof } from './proofs';
import { holds, proofPage } from './tell-proof';

const CATALOGUE = /^(R([1-9]|1\d|20)|S([1-9]|1[0-3])|X1|GROWTH)$/;

const proof: Proof = {
  id: 'R1',
  what: 'kill -9',
  mustShow: 'nothing lost',
  engines: ['sqlite'],
  prove: async () => sound,
};
const sound: ProofResult = {
  parameters: { rounds: 20 },
  figures: { 'orders acknowledged': 10_000, lost: 0 },
  shown: { 'no order was lost': true },
  control: { what: 'without', figures: { lost: 7 }, failed: true },
};
const provedOn = (result: ProofResult | null) => ({
  engine: 'sqlite' as const,
  engineVersion: 'SQLite 3',
  seconds: 61.5,
  result,
});
const machine = { processors: '2 × a processor', memory: '8 GB', system: 'linux', node: 'v20', load: '0.1' };

describe('the proofs of npm run prove', () => {
  it('are rows of the catalogue, each in the module of its name', async () => {
    const ids = Object.keys(proofModules);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const { id: own, what, mustShow, engines } = await readProof(id);
      expect(own).toBe(id);
      expect(own).toMatch(CATALOGUE);
      expect([what, mustShow].every(Boolean)).toBe(true);
      expect(engines.length).toBeGreaterThan(0);
    }
    await expect(readProof('R99')).rejects.toThrow(/nothing proves R99; there are: .*R1/);
  });

  it('stand in the list of docs/proofs, which says how each is proved at its small size', () => {
    const list = readFileSync('docs/proofs/README.md', 'utf8');
    const missing = Object.keys(proofModules).filter((id) => !new RegExp(`^\\| \\[?${id}\\b`, 'm').test(list));
    expect(missing).toEqual([]);
  });

  it('are told in their order', () => {
    expect(['R10', 'S1', 'R2', 'R1'].sort(byNumber)).toEqual(['R1', 'R2', 'R10', 'S1']);
  });
});

describe('a proof', () => {
  it('holds when everything is shown and its control failed; the page says so, with every figure', () => {
    expect(holds(provedOn(sound))).toBe(true);
    const page = proofPage(proof, new Date(0), machine, [provedOn(sound)]);
    expect(page).toContain('# R1: kill -9\n\nMust show: nothing lost. It holds.');
    expect(page).toContain('1970-01-01 · 2 × a processor');
    expect(page).toContain('| orders acknowledged | 10,000 |');
    expect(page).toContain('Control (without): failed, as it must.');
  });

  it('does not hold when something is not shown, when its control passed, or when it could not be run', () => {
    const notShown = provedOn({ ...sound, shown: { 'no order was lost': false } });
    const tooGood = provedOn({ ...sound, control: { what: 'without', figures: {}, failed: false } });
    const broken = { ...provedOn(null), failed: 'no compiler' };
    expect([notShown, tooGood, broken].map(holds)).toEqual([false, false, false]);
    const page = proofPage(proof, new Date(0), machine, [notShown, tooGood, broken]);
    expect(page).toContain('**It does not hold.**');
    expect(page).toContain('| no order was lost | **no** |');
    expect(page).toContain('**did not fail: this proves nothing**');
    expect(page).toContain('Could not be run: no compiler');
  });
});
