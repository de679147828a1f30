import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MeasureRun } from './bench-line';

const PROGRAM = join(process.cwd(), 'test/measuring/programs/bare-server.mjs');

export interface BareServer {
  origin: string;
  pid: number;
}

let servers = 0;

/** Plain node:http sending the same bytes as we do, on the site's processor; ends with the run. */
export async function startBareServer(
  run: MeasureRun,
  answer: { status?: number; headers: Record<string, string>; body: string | Buffer },
): Promise<BareServer> {
  servers += 1;
  const bodyFile = join(run.folder, `bare-${servers}`);
  writeFileSync(bodyFile, answer.body);
  const task = JSON.stringify({ status: answer.status ?? 200, headers: answer.headers, bodyFile });
  const [program = process.execPath, ...args] = [...run.cores.site, process.execPath, PROGRAM, task];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  run.onEnd(() => child.kill('SIGKILL'));
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the bare server did not start')));
    child.stdout.once('data', (line: Buffer) => resolve(String(line).trim()));
  });
  return { origin: `http://localhost:${port}`, pid: child.pid ?? 0 };
}
