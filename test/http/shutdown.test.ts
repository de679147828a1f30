import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { makeOpenFestival } from '../factories/stalls';
import { type LiveReader, readLive } from '../setup/live-reader';
import { startServer, type TestServer } from '../setup/server';

const exited = (server: TestServer) =>
  new Promise<{ code: number | null; ms: number }>((resolve) => {
    const began = Date.now();
    server.process.once('exit', (code) => resolve({ code, ms: Date.now() - began }));
  });

/** Half a sign-in form; `finish` sends the rest and answers what came back. */
function slowPost(server: TestServer) {
  const body = 'phone=0810-0000-0001';
  const socket = connect(server.port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += String(chunk);
  });
  const closed = new Promise<string>((resolve) =>
    socket.on('close', () => resolve(text)).on('error', () => resolve(text)),
  );
  socket.write(
    `POST /masuk HTTP/1.1\r\nHost: localhost:${server.port}\r\nOrigin: ${server.origin}\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\nphone=`,
  );
  return { finish: () => void socket.write(body.slice(6)), closed };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 300));

describe.each(['sqlite', 'postgres'] as const)('SIGTERM (%s)', (engine) => {
  it('requests in flight are answered, no new ones taken, and it is gone within 5 seconds', async () => {
    const server = await startServer(engine);
    const flying = Array.from({ length: 20 }, () => slowPost(server));
    // Whoever came before this one was taken before it was answered.
    await server.send('/health');
    await soon();
    const gone = exited(server);
    server.process.kill('SIGTERM');
    await soon();
    await expect(server.send('/masuk')).rejects.toThrow();
    for (const post of flying) post.finish();
    const answers = await Promise.all(flying.map((post) => post.closed));
    // One of the twenty sends the code, the others are too soon; all are answered.
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 (303|429)/);
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 303'))).toHaveLength(1);
    const { code, ms } = await gone;
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5_000);
    await server.stop();
  });

  it('open live streams are ended at once', async () => {
    // A worker would close the call under the factory's hands.
    const server = await startServer(engine, { env: { ROLE: 'web' } });
    const { slug } = await makeOpenFestival(server.world, [{}]);
    const readers: LiveReader[] = [];
    for (let n = 0; n < 50; n++) readers.push(await readLive(server.port, `/festival/${slug}/siap/langsung`));
    const gone = exited(server);
    server.process.kill('SIGTERM');
    const { code, ms } = await gone;
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5_000);
    await vi.waitFor(() => expect(readers.every((reader) => reader.status === 200 && reader.isOver())).toBe(true));
    await server.stop();
  });

  it('a request that never ends does not hold it back', async () => {
    const server = await startServer(engine);
    const stuck = slowPost(server);
    await soon();
    const gone = exited(server);
    server.process.kill('SIGTERM');
    const { code, ms } = await gone;
    await stuck.closed;
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5_000);
    await server.stop();
  });
});
