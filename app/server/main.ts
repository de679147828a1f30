import { fileURLToPath } from 'node:url';
import * as build from 'virtual:remix/server-build';
import { runProcess } from './run-process';

// `node build/server/main.js`: the whole process, domain and pages in one module graph.
await runProcess({ build, clientFolder: fileURLToPath(new URL('../client', import.meta.url)) });
