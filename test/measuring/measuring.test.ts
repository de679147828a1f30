import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startBareServer } from './bare-server';
import type { BenchLine, MeasureRun } from './bench-line';
import { chooseLines, lineModules, readLines } from './bench-lines';
import { makeLoad } from './load';
import { isMet, measureLine } from './measure-line';
import { makePacedLoad } from './paced-load';
import { inTurns, median, percentile } from './statistics';
import { tellLine } from './tell-lines';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function runHere(): MeasureRun {
  const folder = mkdtempSync(join(tmpdir(), 'pestarasa-measure-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const cores = { site: [], load: [] };
  return { size: 'quick', rounds: 1, seconds: 1, folder, cores, onEnd: (act) => void ends.push(act) };
}

const lineWith = (measure: BenchLine['measure']): BenchLine => ({
  id: 'example',
  what: 'an example',
  goal: { atLeast: 0.6 },
  unit: '×',
  measure,
});

describe('the lines of npm run bench', () => {
  it('are well-formed, each with an id of its own and a goal that can be read', async () => {
    const found = await readLines(lineModules);
    expect(found.length).toBeGreaterThan(0);
    const ids = found.map(({ line }) => line.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { line } of found) {
      expect(line.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(line.what).not.toBe('');
      expect(line.unit).not.toBe('');
      const bounds = Object.entries(line.goal);
      expect(bounds.map(([name]) => name)).toEqual([expect.stringMatching(/^at(Least|Most)$/)]);
      expect(Number.isFinite(bounds[0]?.[1])).toBe(true);
    }
  });

  it('are chosen by id or module; a name nobody has is refused with those there are', async () => {
    const found = await readLines({
      two: async () => ({ lines: [lineWith(async () => ({ value: 1, reference: null }))] }),
    });
    expect(chooseLines(found, [])).toHaveLength(1);
    expect(chooseLines(found, ['two'])).toEqual(chooseLines(found, ['example']));
    expect(() => chooseLines(found, ['exampel'])).toThrow('no line is called exampel; there are: example');
  });

  it('are met by their value alone, whatever the bound', () => {
    expect([isMet({ atLeast: 2 }, 2), isMet({ atLeast: 2 }, 1.99)]).toEqual([true, false]);
    expect([isMet({ atMost: 50 }, 50), isMet({ atMost: 50 }, 51)]).toEqual([true, false]);
  });

  it('that throw or answer no number are told as failed, and what they began is ended', async () => {
    let folder = '';
    let ended = 0;
    const broken = await measureLine(
      lineWith(async (run) => {
        folder = run.folder;
        run.onEnd(() => (ended += 1));
        throw new Error('no such engine');
      }),
      'quick',
    );
    expect(broken).toMatchObject({ value: null, met: false, failed: 'no such engine' });
    expect(tellLine(broken)).toMatch(/example .* FAILED {2}no such engine/);
    expect([ended, existsSync(folder)]).toEqual([1, false]);
    const nothing = await measureLine(
      lineWith(async () => ({ value: 0 / 0, reference: null })),
      'quick',
    );
    expect(nothing).toMatchObject({ value: null, met: false, failed: 'the line answered NaN' });
  });

  it('carry value, goal and reference to machines and to people alike', async () => {
    const reference = { what: 'bare node:http', value: 61_234.5, unit: 'req/s' };
    const measured = await measureLine(
      lineWith(async () => ({ value: 0.6512, reference, spread: { low: 0.64, high: 0.7 } })),
      'quick',
    );
    expect(measured).toMatchObject({
      id: 'example',
      goal: { atLeast: 0.6 },
      value: 0.6512,
      unit: '×',
      met: true,
      reference,
    });
    expect(tellLine(measured)).toMatch(/0\.651 ×.*≥ 0\.6 +yes {2}bare node:http: 61,23[45] req\/s/);
  });
});

describe('the statistics', () => {
  it('take the middle, and the value that a share does not exceed', () => {
    expect([median([5, 1, 9]), median([4, 1, 2, 3])]).toEqual([5, 2.5]);
    expect(() => median([])).toThrow();
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([7], 0.99)]).toEqual([50, 99, 7]);
  });

  it('pair in turns, so that a slow minute disturbs both halves', async () => {
    const order: string[] = [];
    let machine = 1;
    const measure = (name: string, speed: number) => async () => {
      order.push(name);
      return speed * machine;
    };
    const slowing = measure('reference', 100);
    const paired = await inTurns(3, {
      ours: measure('ours', 50),
      reference: async () => {
        const value = await slowing();
        if (order.length % 2 === 0) machine /= 2;
        return value;
      },
    });
    expect(order).toEqual(['ours', 'reference', 'reference', 'ours', 'ours', 'reference']);
    expect(paired).toMatchObject({ ratio: 0.5, spread: { low: 0.5, high: 0.5 } });
  });
});

describe('a load', () => {
  it('counts what was answered, and throws on any other answer', async () => {
    const run = runHere();
    const { origin, pid } = await startBareServer(run, { headers: { 'X-Kind': 'bare' }, body: 'halo' });
    const clients = [[{ path: '/satu' }], [{ path: '/dua', method: 'POST' as const, body: 'a=1' }]];
    const task = { origin, connections: 2, clients, requestsEach: 40, pid };
    const figures = await makeLoad(run, task);
    expect(figures).toMatchObject({ requests: 80, statuses: { 200: 80 }, errors: 0 });
    expect(figures.rate).toBeGreaterThan(0);
    await expect(makeLoad(run, { ...task, expect: [303] })).rejects.toThrow('not answered as it should be');
    await expect(makeLoad(run, { ...task, clients: [[{ path: '/' }]] })).rejects.toThrow('a list of its own');
  });

  it('at a rate asks on while answers are waited for, each flow by itself, and throws on any other answer', async () => {
    const run = runHere();
    let asked = 0;
    let mostAtOnce = 0;
    const server = createServer((request, response) => {
      mostAtOnce = Math.max(mostAtOnce, ++asked);
      setTimeout(() => {
        asked -= 1;
        response.writeHead(request.method === 'POST' ? 303 : 200).end();
      }, 300);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => server.close());
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const looks = {
      requests: [{ path: '/satu' }, { path: '/dua' }],
      rate: 200,
      connections: 'new',
      expect: 200,
    } as const;
    const posts = [{ path: '/tiga', method: 'POST', body: 'a=1' }] as const;
    const pays = { requests: posts, rate: 50, connections: 'kept', expect: 303 } as const;
    const figures = await makePacedLoad(run, { origin, flows: { looks, pays } });
    expect(figures.looks.requests).toBeGreaterThan(100);
    expect(figures.pays.requests).toBeGreaterThan(10);
    expect(figures.looks.requests).toBeGreaterThan(figures.pays.requests);
    expect(mostAtOnce).toBeGreaterThan(20);
    expect(figures.looks.p99).toBeGreaterThanOrEqual(figures.looks.p50);
    expect(figures.pays.p50).toBeGreaterThan(290);
    await expect(makePacedLoad(run, { origin, flows: { pays: { ...pays, expect: 200 } } })).rejects.toThrow(
      /\d+ of \d+ pays were answered with 303/,
    );
  });
});
