import { runBackup } from './backup/run-backup';

// `npm run backup -- <file>`: one moment of the installation this environment names, while it runs.
process.exitCode = await runBackup(process.argv.slice(2), process.env, process.stdout);
