// Makes the load of one task with autocannon and prints what came of it; started by test/measuring/load.ts on processors of its own.
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

const { url, clients, connections, seconds, requestsEach, pipelining } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
let next = 0;
const began = performance.now();
const result = await autocannon({
  url,
  connections,
  pipelining,
  timeout: 30,
  ...(requestsEach ? { amount: requestsEach * connections } : { duration: seconds }),
  setupClient: (client) => {
    client.setRequests(clients[next % clients.length]);
    next += 1;
  },
});
const elapsed = (performance.now() - began) / 1000;
const statuses = Object.fromEntries(
  Object.entries(result.statusCodeStats ?? {}).map(([status, { count }]) => [status, count]),
);
const requests = Object.values(statuses).reduce((sum, count) => sum + count, 0);
// autocannon's own clock counts whole sampling seconds; with an amount the load ends in between.
const lasted = requestsEach ? elapsed : result.duration;
const { p50, p90, p99, max } = result.latency;
process.stdout.write(
  JSON.stringify({
    requests,
    seconds: lasted,
    rate: requests / lasted,
    latency: { p50, p90, p99, max },
    statuses,
    errors: result.errors + result.timeouts,
    bytes: result.throughput.total,
  }),
);
