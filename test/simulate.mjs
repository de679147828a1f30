// `npm run simulate`: a seeded festival day played through HTTP by virtual customers and stalls, with outages.
// [--stalls 30] [--seed 7] [--engine sqlite|postgres] [--customers 15] [--json file] [--picture file.png]
import { runBuilt } from './build-measuring.mjs';

process.exit(await runBuilt('test/simulator/simulate-main.ts', process.argv.slice(2)));
