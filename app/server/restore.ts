import { runRestore } from './backup/run-restore';

// `npm run restore -- <file>`: a backup into the place this environment names, which is empty or is to be replaced.
process.exitCode = await runRestore(process.argv.slice(2), process.env, process.stdout);
