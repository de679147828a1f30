import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { MAIN } from '../setup/site-process';

export interface PlantedBuild {
  main: string;
  remove: () => void;
}

/** A copy of the built process with one thing changed in its text, for controls. Throws unless `from` stands in it exactly once. */
export function plantInBuild(from: string, to: string): PlantedBuild {
  // Below the project, so that it finds the packages.
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(join(cache, 'pestarasa-planted-'));
  const built = dirname(MAIN);
  cpSync(built, join(copy, 'server'), { recursive: true });
  symlinkSync(join(dirname(built), 'client'), join(copy, 'client'));
  const files = readdirSync(join(copy, 'server'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(copy, 'server', name));
  const remove = () => rmSync(copy, { recursive: true, force: true });
  const holding = files.filter((file) => readFileSync(file, 'utf8').includes(from));
  const [file] = holding;
  const parts = file ? readFileSync(file, 'utf8').split(from) : [];
  if (!file || holding.length !== 1 || parts.length !== 2) {
    remove();
    throw new Error(`"${from}" does not stand exactly once in the build`);
  }
  writeFileSync(file, parts.join(to));
  return { main: join(copy, 'server/main.js'), remove };
}
