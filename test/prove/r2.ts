import type { Proof, ProofRun } from '../measuring/proof';
import { plantInBuild } from '../scenarios/planted-build';
import { type CutOutcome, cutPowerWhileOrdering } from '../scenarios/power-cut';
import { whyNoPretendedDisk } from '../setup/pretended-disk';

function figuresOf({ acknowledged, cutsThatLost, lostMost, broken, others }: CutOutcome) {
  return {
    'orders acknowledged': acknowledged,
    'cuts that took an acknowledged order': cutsThatLost,
    'most acknowledged orders one cut took': lostMost,
    'breaches of a day, the ledger or the file': broken[0] ?? 0,
    'answers nobody should see': others[0] ?? 0,
  };
}

async function cut(run: ProofRun, cuts: number, main?: string): Promise<CutOutcome> {
  return cutPowerWhileOrdering(await run.world(), {
    cuts,
    between: [5, 45],
    folder: run.folder,
    ...(main ? { main } : {}),
  });
}

export const proof: Proof = {
  id: 'R2',
  what: 'power-cut model: every write that was not synced is dropped',
  mustShow: '0 lost with FULL; must lose with NORMAL (negative control)',
  engines: ['sqlite'],
  prove: async (run) => {
    const missing = whyNoPretendedDisk();
    if (missing) throw new Error(missing);
    const cuts = run.size === 'full' ? 100 : 4;
    const kept = await cut(run, cuts);
    const planted = plantInBuild('synchronous = FULL', 'synchronous = NORMAL');
    run.onEnd(planted.remove);
    const lost = await cut(run, cuts, planted.main);
    return {
      parameters: { cuts, 'orders acknowledged between two cuts': '5 to 45', 'customers at once': 8 },
      figures: figuresOf(kept),
      shown: {
        'no cut took an acknowledged order': kept.cutsThatLost === 0,
        'what is left adds up and the file is whole, after every cut': kept.broken.length === 0,
        'customers saw nothing but their orders': kept.others.length === 0,
      },
      control: {
        what: 'the same build with synchronous=NORMAL',
        figures: figuresOf(lost),
        failed: lost.cutsThatLost > 0,
      },
      notes: [
        'The real process runs on a pretended disk (`test/setup/pretended-disk.c`): each file is kept as it was at its last fsync. A cut holds the process in the middle of orders and opens what is kept; every answer that had arrived by then must be in it.',
        'Files are kept whole at each sync; writes that a real disk might keep out of order between two syncs are all dropped.',
        'PostgreSQL keeps its own log with fsync on; what it does with it is its own promise and is not tested here.',
      ],
    };
  },
};
