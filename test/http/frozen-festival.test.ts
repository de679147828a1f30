import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeFestivalState } from '~/domain/festivals/change-festival-state.server';
import { setTrainingRule } from '~/domain/festivals/set-training-rule.server';
import { type MadeFestival, makeFestival, makeRunningFestival } from '../factories/festivals';
import { signInPerson } from '../factories/identity';
import { accepted } from '../factories/merchants';
import { startServer, type TestServer } from '../setup/server';

describe('a part of a festival that would not be saved any more', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer('sqlite', { env: { ROLE: 'web' } });
  });
  afterAll(() => server.stop());

  const FIELD = /<(?:input|textarea|select|button)\b[^>]*\bname="(?!lanjut)/;

  /** An organiser's page of one part: what stands in it, and what sending it answers. */
  async function openPart({ organisationId, organiserId, festivalId }: Place, part: string) {
    const session = await signInPerson(server.world, organiserId);
    const path = `/penyelenggara/${organisationId}/festival/${festivalId}/ubah${part}`;
    const { text } = await server.send(path, { session });
    return {
      main: /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '',
      send: (form: Record<string, string>) => server.send(path, { session, form }),
    };
  }
  type Place = Pick<MadeFestival, 'organisationId' | 'organiserId' | 'festivalId'>;

  const QUESTION = 'Listrik berapa watt?';
  const PLAN = { boothCount: '4', columns: '2' };
  const ANNOUNCED: [string, string, string, Record<string, string>][] = [
    ['questions', '/pertanyaan', QUESTION, { label1: 'Pertanyaan lain' }],
    ['papers', '/dokumen', 'KTP', { nib: 'required' }],
    ['plan', '/denah', 'Stan dalam satu baris', PLAN],
    ['training rule', '/pelatihan', 'sedikitnya 3 pelajaran', { kind: 'none' }],
  ];

  it.each(ANNOUNCED)(
    '%s after the line-up was announced: to read, with why, and sending is refused',
    async (...one) => {
      const [, part, content, form] = one;
      const festival = await announced();
      const { main, send } = await openPart(festival, part);
      expect(main).toContain(content);
      expect(main).toMatch(/tidak berubah lagi|sudah punya stan/);
      expect([FIELD.test(main), main.includes('<form')]).toEqual([false, false]);
      const sent = await send(form);
      expect(sent.status).toBe(409);
      expect(sent.text).toContain(/class="notice[^"]*"[^>]*role="alert"/.exec(sent.text)?.[0] ?? 'no alert');
      expect(FIELD.test(/<main[\s\S]*<\/main>/.exec(sent.text)![0])).toBe(false);
    },
  );

  it('dates and quotas once it was cancelled', async () => {
    const festival = await announced();
    const { world } = server;
    const { festivalId, organiserId: by } = festival;
    const dates = await openPart(festival, '');
    expect([
      dates.main.includes('name="name"'),
      dates.main.includes('type="date" class="input" name="firstDay"'),
    ]).toEqual([true, false]);
    expect(dates.main).toContain('Hari dan jam sudah diumumkan.');
    expect((await openPart(festival, '/kuota')).main).toContain('name="total"');
    const cancel = { festivalId, to: 'cancelled', why: 'Banjir', by, now: world.clock.now() } as const;
    accepted(await world.inTransaction((tx) => changeFestivalState(tx, cancel)));
    const parts: Record<string, Record<string, string>> = { '': {}, '/kuota': { total: '3' }, '/denah': PLAN };
    for (const [part, form] of Object.entries(parts)) {
      const { main, send } = await openPart(festival, part);
      expect(main).toContain('Festival ini sudah selesai atau dibatalkan. Isinya tidak berubah lagi.');
      expect(FIELD.test(main)).toBe(false);
      if (part !== '') expect((await send(form)).status).toBe(409);
    }
  });

  it('while the call is open only the training rule stands still; a plan somebody stands on does too', async () => {
    const { world } = server;
    const festival = await makeFestival(world);
    for (const part of ['/pertanyaan', '/dokumen', '/denah', '/kuota', ''])
      expect((await openPart(festival, part)).main).toMatch(FIELD);
    expect((await openPart(festival, '/pelatihan')).main).not.toMatch(FIELD);
    const english = await server.send(
      `/en/penyelenggara/${festival.organisationId}/festival/${festival.festivalId}/ubah/pelatihan`,
      { session: await signInPerson(world, festival.organiserId) },
    );
    expect(english.text).toContain('This rule stays as it is.');
  });

  /** A festival announced, with a question and a training rule of its own. */
  async function announced(): Promise<Place> {
    const { world } = server;
    const festival = await makeRunningFestival(world);
    const { festivalId, organiserId: by } = festival;
    const now = world.clock.now();
    const was = await world.db
      .selectFrom('festival_edition')
      .select(['state', 'published_at'])
      .where('id', '=', festivalId)
      .executeTakeFirstOrThrow();
    const put = (row: { state: string; published_at: number | null }) =>
      world.inTransaction((tx) => tx.updateTable('festival_edition').set(row).where('id', '=', festivalId).execute());
    await put({ state: 'draft', published_at: null });
    await world.inTransaction((tx) =>
      tx.updateTable('festival_question').set({ label: QUESTION }).where('festival_id', '=', festivalId).execute(),
    );
    const rule = { kind: 'minimum', amount: 3 } as const;
    accepted(await world.inTransaction((tx) => setTrainingRule(tx, { festivalId, rule, by, now })));
    await put(was);
    return festival;
  }
});
