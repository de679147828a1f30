// The physical reference: plain node:http that answers every request with the same bytes; started by test/measuring/bare-server.ts.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { status, headers, bodyFile } = JSON.parse(process.argv[2]);
const body = readFileSync(bodyFile);
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(status, headers);
  response.end(body);
});
server.maxRequestsPerSocket = 0;
server.keepAliveTimeout = 15_000;
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
