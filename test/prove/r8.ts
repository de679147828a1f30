import type { Proof } from '../measuring/proof';
import { proveDatabaseAway } from '../scenarios/prove-database-away';
import { whyNoPretendedDisk } from '../setup/pretended-disk';

export const proof: Proof = {
  id: 'R8',
  what: 'the disk is full in the middle of orders',
  mustShow: 'clean 503, nothing half, reads go on, recovers',
  engines: ['sqlite'],
  prove: (run) => {
    const missing = whyNoPretendedDisk();
    if (missing) throw new Error(missing);
    return proveDatabaseAway(run, 'disk full');
  },
};
