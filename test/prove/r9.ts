import type { Proof } from '../measuring/proof';
import { proveDatabaseAway } from '../scenarios/prove-database-away';

export const proof: Proof = {
  id: 'R9',
  what: 'somebody else holds the database for ten seconds in the middle of orders',
  mustShow: 'clean 503, nothing half, reads go on, recovers',
  engines: ['sqlite', 'postgres'],
  prove: (run) => proveDatabaseAway(run, 'locked'),
};
