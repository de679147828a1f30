import { fork } from 'node:child_process';
import { chooseLines, type FoundLine, lineModules, readLines } from './bench-lines';
import { describeMachine } from './machine';
import { type MeasuredLine, measureLine, type Size } from './measure-line';
import { tellHead, tellLine } from './tell-lines';

/**
 * `npm run bench`, built and started by test/bench.mjs: [line or module …] [--json] [--quick]. Every module is measured in
 * a process of its own, so that one that dies takes no other with it and none works in another's memory.
 */
const words = process.argv.slice(2);
const size: Size = words.includes('--quick') ? 'quick' : 'full';
const isJson = words.includes('--json');
const named = words.filter((word) => !word.startsWith('--'));

if (process.send) await measureHere(named);
else process.exit(await measureAll());

async function measureHere(ids: readonly string[]): Promise<void> {
  for (const { line } of chooseLines(await readLines(lineModules), ids)) {
    const measured = await measureLine(line, size);
    await new Promise((resolve) => process.send?.(measured, undefined, undefined, resolve));
  }
  process.disconnect();
}

async function measureAll(): Promise<number> {
  const chosen = chooseLines(await readLines(lineModules), named);
  const machine = describeMachine();
  if (!isJson) process.stdout.write(tellHead(machine, size));
  const measured: MeasuredLine[] = [];
  for (const module of new Set(chosen.map((found) => found.module))) {
    const ofModule = chosen.filter((found) => found.module === module);
    for await (const line of measureModule(ofModule)) {
      measured.push(line);
      if (!isJson) process.stdout.write(tellLine(line));
    }
  }
  const taken = new Date().toISOString();
  if (isJson) process.stdout.write(`${JSON.stringify({ taken, machine, size, lines: measured }, null, 2)}\n`);
  return measured.some((line) => line.failed) ? 1 : 0;
}

/** Lines as they come from the module's process; those it died before are told as failed. */
async function* measureModule(lines: readonly FoundLine[]): AsyncGenerator<MeasuredLine> {
  const ids = lines.map(({ line }) => line.id);
  const args = [...ids, ...(size === 'quick' ? ['--quick'] : [])];
  const child = fork(process.argv[1] ?? '', args, { execArgv: ['--expose-gc'], stdio: ['ignore', 2, 2, 'ipc'] });
  const arrived: MeasuredLine[] = [];
  let heard: () => void = () => undefined;
  let ended: string | null = null;
  child.on('message', (line) => {
    arrived.push(line as MeasuredLine);
    heard();
  });
  child.on('exit', (code, signal) => {
    ended = `its process ended with ${signal ?? code}`;
    heard();
  });
  const left = new Set(ids);
  while (left.size > 0) {
    const next = arrived.shift();
    if (next) {
      left.delete(next.id);
      yield next;
    } else if (ended) break;
    else await new Promise<void>((resolve) => (heard = resolve));
  }
  for (const { line } of lines.filter(({ line }) => left.has(line.id))) {
    const { id, what, goal, unit } = line;
    yield { id, what, goal, unit, value: null, met: false, reference: null, failed: ended ?? 'nothing came back' };
  }
}
