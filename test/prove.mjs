// `npm run prove`: runs proofs of the catalogue at full size and writes docs/proofs/<ID>.md.
// [id … | all] [--sqlite|--postgres] [--quick]
import { runBuilt } from './build-measuring.mjs';

process.exit(await runBuilt('test/measuring/prove-main.ts', process.argv.slice(2)));
