import type { Proof, ProofModule } from './proof';

/** `test/prove/<id>.ts`, by id as the catalogue writes it. */
export const proofModules: Record<string, () => Promise<ProofModule>> = Object.fromEntries(
  Object.entries(import.meta.glob<ProofModule>('../prove/*.ts')).map(([path, load]) => [idOf(path), load]),
);

function idOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.ts$/, '').toUpperCase();
}

/** Throws on an id that nobody proves, with those there are. */
export async function readProof(id: string): Promise<Proof> {
  const load = proofModules[id.toUpperCase()];
  if (!load) throw new Error(`nothing proves ${id}; there are: ${Object.keys(proofModules).sort(byNumber).join(', ')}`);
  return (await load()).proof;
}

/** R2 before R10, R before S. */
export function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
