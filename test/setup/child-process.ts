import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

export interface RunningScript {
  child: ChildProcess;
  /** Lines it printed so far. */
  lines: string[];
  /** Resolves when it has printed so many lines. */
  printed: (count: number) => Promise<void>;
  /** Ends it the hard way and waits until it is gone. */
  kill: () => Promise<void>;
}

/** Runs a TypeScript file of `test/` as a process of its own, so that a test can kill it. */
export async function startScript(entry: string, args: readonly string[] = []): Promise<RunningScript> {
  // Below the project, so that it finds the packages.
  const outDir = join(root, 'node_modules/.cache/pestarasa-test');
  const name = `${process.pid}-${Math.random().toString(36).slice(2)}.mjs`;
  const outfile = join(outDir, name);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '~db': join(root, 'db'), '~': join(root, 'app') } },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: name, inlineDynamicImports: true } },
    },
  });
  const child = spawn(process.execPath, [outfile, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve())).then(() =>
    rm(outfile, { force: true }),
  );
  const lines: string[] = [];
  let rest = '';
  let heard: () => void = () => undefined;
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    heard();
  });
  return {
    child,
    lines,
    printed: async (count) => {
      while (lines.length < count && child.exitCode === null) {
        await Promise.race([ended, new Promise<void>((resolve) => (heard = resolve))]);
      }
      if (lines.length < count) throw new Error(`the script ended after ${lines.length} lines`);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
