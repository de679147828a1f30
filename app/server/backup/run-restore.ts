import { parseArgs } from 'node:util';
import { moveDemoClockOn } from '~/demo/demo-clock';
import { backupWords } from '~/i18n/backup-words';
import { type Config, readConfig } from '~/platform/config.server';
import { readClock } from '../open-clock';
import { replayLists } from './replay-lists';
import { type Restored, restoreBackup } from './restore-backup';
import { EXIT, type Output, tell, tellRefusal, withConfigProblems } from './run-backup';

export async function runRestore(
  args: readonly string[],
  env: Record<string, string | undefined>,
  out: Output,
): Promise<number> {
  return withConfigProblems(out, async () => {
    const asked = readArguments(args);
    if (!asked) return tellRefusal(out, { code: 'usage', command: 'restore' });
    const config = readConfig(env);
    const { file, tombstones } = asked;
    if (!file) return replayOnly(config, tombstones ?? '', out);
    const restored = await restoreBackup(config, { ...asked, file, now: readClock(config).now() });
    if (!restored.ok) return tellRefusal(out, restored.refusal);
    if (config.mode === 'demo') moveDemoClockOn(config.dataDir, restored.value.header.madeAt);
    return tellRestored(restored.value, out);
  });
}

interface Asked {
  /** Null: erase again in what stands there. */
  file: string | null;
  tombstones: string | undefined;
  replaces: boolean | undefined;
  takesOtherKey: boolean | undefined;
}

function readArguments(args: readonly string[]): Asked | null {
  const options = {
    tombstones: { type: 'string' },
    replace: { type: 'boolean' },
    'other-key': { type: 'boolean' },
  } as const;
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const file = positionals[0] ?? null;
    if (positionals.length > 1 || (!file && !values.tombstones)) return null;
    return { file, tombstones: values.tombstones, replaces: values.replace, takesOtherKey: values['other-key'] };
  } catch {
    return null;
  }
}

async function replayOnly(config: Config, tombstones: string, out: Output): Promise<number> {
  const done = await replayLists(config, { tombstones });
  if (!done.ok) return tellRefusal(out, done.refusal);
  const { replayed, toldUntil } = done.value;
  tell(out, backupWords.erasedAgain({ persons: replayed.persons.length, toldUntil }));
  return tellUnsettled(replayed.unsettled, out) ? EXIT.toLookAt : EXIT.done;
}

/** Everything somebody has to look at is said, and shows in the exit code. */
function tellRestored(restored: Restored, out: Output): number {
  const { header, sums, replayed, toldUntil, broken, waiting, putAside } = restored;
  tell(out, backupWords.restored({ madeAt: header.madeAt, sums }));
  if (putAside) tell(out, backupWords.putAside({ file: putAside }));
  if (waiting > 0) tell(out, backupWords.waiting({ count: waiting }));
  tell(out, backupWords.erasedAgain({ persons: replayed.persons.length, toldUntil }));
  const isOld = toldUntil <= header.madeAt;
  if (isOld) tell(out, backupWords.listTooOld({ madeAt: header.madeAt }));
  if (restored.oldListLost) tell(out, backupWords.oldListLost);
  if (broken.length > 0) tell(out, backupWords.ledgerBroken({ broken }));
  const isUnsettled = tellUnsettled(replayed.unsettled, out);
  return isOld || restored.oldListLost || broken.length > 0 || isUnsettled ? EXIT.toLookAt : EXIT.done;
}

function tellUnsettled(persons: readonly string[], out: Output): boolean {
  if (persons.length > 0) tell(out, backupWords.unsettled({ persons }));
  return persons.length > 0;
}
