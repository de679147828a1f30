import { parseArgs } from 'node:util';
import { backupWords } from '~/i18n/backup-words';
import { ConfigProblem, readConfig } from '~/platform/config.server';
import type { BackupRefusal } from '~/shared/backup-refusals';
import { readClock } from '../open-clock';
import { makeBackup } from './make-backup';

export interface Output {
  write: (text: string) => unknown;
}

/** Exit codes: 0 done, 64 asked wrongly or refused, 78 the environment does not fit. */
export const EXIT = { done: 0, toLookAt: 3, refused: 64, configuration: 78 };

export async function runBackup(
  args: readonly string[],
  env: Record<string, string | undefined>,
  out: Output,
): Promise<number> {
  return withConfigProblems(out, async () => {
    const file = readFile(args);
    if (!file) return tellRefusal(out, { code: 'usage', command: 'backup' });
    const config = readConfig(env);
    const made = await makeBackup(config, { file, now: readClock(config).now() });
    if (!made.ok) return tellRefusal(out, made.refusal);
    const { header, sums } = made.value;
    tell(out, backupWords.made({ file, madeAt: header.madeAt, sums }));
    return EXIT.done;
  });
}

function readFile(args: readonly string[]): string | null {
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    return positionals.length === 1 ? (positionals[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** Both languages, Indonesian first: who runs an installation may speak either. */
export function tell(out: Output, said: { id: string; en: string }): void {
  out.write(`${said.id}\n(${said.en})\n`);
}

export function tellRefusal(out: Output, refusal: BackupRefusal): number {
  tell(out, backupWords.refused(refusal));
  return EXIT.refused;
}

export async function withConfigProblems(out: Output, act: () => Promise<number>): Promise<number> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    out.write(`${error.message}\n`);
    return EXIT.configuration;
  }
}
