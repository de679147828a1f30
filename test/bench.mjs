// `npm run bench`: measures the lines of test/bench in one run, each beside what the machine itself can do.
// [line or module …] [--json] [--quick]
import { runBuilt } from './build-measuring.mjs';

process.exit(await runBuilt('test/measuring/bench-main.ts', process.argv.slice(2)));
