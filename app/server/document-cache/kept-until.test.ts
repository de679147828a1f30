import { describe, expect, it } from 'vitest';
import { touchTopics } from '~/platform/topic.server';
import {
  get,
  html,
  keepPagesInTests,
  kept,
  open,
  type Page,
  renders,
  texts,
  touch,
  world,
} from '../../../test/setup/kept-pages';

keepPagesInTests();

describe('a change', () => {
  it('drops the pages that show it and no other', async () => {
    await open((request, context) => {
      const page = kept([request.url.endsWith('/a') ? 'stall:par_a' : 'stall:par_b']);
      return page(request, context);
    });
    await texts('/festival/a', '/festival/b');
    await touch('stall:par_a', 'merchant:other');
    const [a, b] = await texts('/festival/a', '/festival/b');
    expect([a, b]).toEqual(['<!doctype html><p>/festival/a 3', '<!doctype html><p>/festival/b 2']);
  });

  it('that is refused drops nothing', async () => {
    await open(kept());
    await get('/');
    await world.inTransaction(async (tx) => {
      await touchTopics(tx, ['festival:fst_1'], 1);
      return { ok: false };
    });
    await get('/');
    expect(renders).toHaveLength(1);
  });

  it('of the clock alone renders a page anew at its time, and not before', async () => {
    const opens = world.clock.now() + 60_000;
    await open((request, context) =>
      kept(['festival:fst_1'], world.clock.now() < opens ? opens : Number.POSITIVE_INFINITY)(request, context),
    );
    await get('/');
    world.clock.set(opens - 1);
    await get('/');
    expect(renders).toHaveLength(1);
    world.clock.set(opens);
    await get('/');
    await get('/');
    expect(renders).toHaveLength(2);
  });
});

describe('a render', () => {
  it('is one for two thousand who come at once after a change', async () => {
    await open(async (request, context) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return kept()(request, context);
    });
    await get('/festival/a');
    await touch('festival:fst_1');
    const answers = await Promise.all(Array.from({ length: 2_000 }, () => get('/festival/a')));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(renders).toHaveLength(2);
  }, 60_000);

  /** A page that reads, then waits until it is let go on: in between something may change. */
  function slowPage() {
    let shown = 'before';
    const waiting: (() => void)[] = [];
    const page: Page = async (_request, { keepPage }) => {
      const read = shown;
      keepPage({ topics: ['stall:par_1'], freshUntil: Number.POSITIVE_INFINITY });
      await new Promise<void>((resolve) => waiting.push(resolve));
      return html(read);
    };
    const until = async (count: number) => {
      while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    return {
      page,
      until,
      change: () => {
        shown = 'after';
      },
      letGo: () => {
        for (const go of waiting.splice(0)) go();
      },
    };
  }

  it('under which its topic moved is not kept, and who comes after the change never waits for it', async () => {
    const { page, until, change, letGo } = slowPage();
    await open(page);
    const early = get('/');
    await until(1);
    change();
    await touch('stall:par_1');
    const late = get('/');
    await until(2);
    letGo();
    expect([(await early).text, (await late).text, (await get('/')).text]).toEqual(['before', 'after', 'after']);
    expect(renders).toHaveLength(2);
  });

  it('control: when nobody tells of the change, the same page is kept as it was', async () => {
    const { page, until, change, letGo } = slowPage();
    await open(page);
    const early = get('/');
    await until(1);
    change();
    await touch('merchant:another');
    letGo();
    expect([(await early).text, (await get('/')).text]).toEqual(['before', 'before']);
    expect(renders).toHaveLength(1);
  });

  it('that fails is an error for those who wait, and is tried again by the next', async () => {
    await open(() => {
      if (renders.length === 1) throw new Error('a bug');
      return html('well');
    });
    expect((await get('/')).status).toBe(500);
    expect((await get('/')).text).toBe('well');
  });
});
