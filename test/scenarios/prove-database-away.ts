import type { ProofResult, ProofRun } from '../measuring/proof';
import { type AwayOutcome, DATABASE_AWAY_WORDS, orderWhileAway, type Trouble } from './database-away';
import { plantInBuild } from './planted-build';

function figuresOf({ turnedAway, others, half, unread, acknowledgedAfter }: AwayOutcome) {
  return {
    'turned away with their basket and when to come again': turnedAway,
    'answered otherwise': others[0] ?? 0,
    'found half done': half,
    'pages that could not be read meanwhile': unread[0] ?? 0,
    'the same orders acknowledged afterwards': acknowledgedAfter,
  };
}

/** What R8 and R9 have in common: only what is wrong with the database differs. */
export async function proveDatabaseAway(run: ProofRun, trouble: Trouble): Promise<ProofResult> {
  const size = run.size === 'full' ? { orders: 200, lasts: 10_000 } : { orders: 16, lasts: 500 };
  const wishes = { trouble, ...size, folder: run.folder };
  const outcome = await orderWhileAway(await run.world(), wishes);
  const words: [string, string] = run.engine === 'postgres' ? ['55P03', '99999'] : DATABASE_AWAY_WORDS[trouble];
  const planted = plantInBuild(...words);
  run.onEnd(planted.remove);
  // Who does not know the error tries every order of a batch by itself, and waits for each.
  const few = Math.min(size.orders, 8);
  const control = await orderWhileAway(await run.world(), { ...wishes, orders: few, lasts: 0, main: planted.main });
  return {
    parameters: { 'orders at once': size.orders, 'lasts at least, ms': size.lasts, 'orders of the control': few },
    figures: figuresOf(outcome),
    shown: {
      'every order was turned away cleanly': outcome.turnedAway === size.orders,
      'nothing of them was stored': outcome.half === 0,
      'everything could be read meanwhile': outcome.unread.length === 0,
      'the same orders were taken afterwards': outcome.acknowledgedAfter === size.orders,
      'everything adds up': outcome.broken.length === 0,
    },
    control: {
      what: 'a build that does not know the error',
      figures: figuresOf(control),
      failed: control.others.length > 0,
    },
  };
}
