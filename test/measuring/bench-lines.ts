import type { BenchLine, LineModule } from './bench-line';

/** A line and the module it stands in. */
export interface FoundLine {
  module: string;
  line: BenchLine;
}

export type LineModules = Record<string, () => Promise<LineModule>>;

/** `test/bench/<name>.ts`, by name. */
export const lineModules: LineModules = Object.fromEntries(
  Object.entries(import.meta.glob<LineModule>('../bench/*.ts')).map(([path, load]) => [nameOf(path), load]),
);

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.ts$/, '');
}

/** Every line of every module, modules by name, lines as they stand in them. */
export async function readLines(modules: LineModules): Promise<FoundLine[]> {
  const found: FoundLine[] = [];
  for (const module of Object.keys(modules).sort()) {
    const { lines } = (await modules[module]?.()) ?? { lines: [] };
    found.push(...lines.map((line) => ({ module, line })));
  }
  return found;
}

/** Those named by id or by module, all when nothing is named. Throws on a name nobody has, with the names there are. */
export function chooseLines(found: readonly FoundLine[], words: readonly string[]): FoundLine[] {
  const unknown = words.filter((word) => !found.some(({ module, line }) => module === word || line.id === word));
  if (unknown.length > 0) {
    throw new Error(
      `no line is called ${unknown.join(', ')}; there are: ${found.map(({ line }) => line.id).join(', ')}`,
    );
  }
  if (words.length === 0) return [...found];
  return found.filter(({ module, line }) => words.includes(module) || words.includes(line.id));
}
