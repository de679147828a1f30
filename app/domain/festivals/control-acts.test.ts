import { expect, it } from 'vitest';
import type { MessagePayload } from '~/platform/message.server';
import { newId } from '~/shared/ids';
import { makeFestival, makeRunningFestival } from '../../../test/factories/festivals';
import { accepted } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { closeIncident } from './close-incident.server';
import { incidentForm, noticeForm } from './incident';
import { notifyStalls } from './notify-stalls.server';
import { readOpenIncidents } from './read-incidents.server';
import { reportIncident } from './report-incident.server';

const FOREIGN = 'par_00000000000000000000000000' as const;

async function begin(world: World) {
  const { stalls, festivalId, organiserId } = await makeRunningFestival(world, { stalls: [{}, {}] });
  return { stalls, festivalId, by: organiserId, now: world.clock.now() };
}

async function noticesOf(world: World): Promise<MessagePayload[]> {
  const rows = await world.db
    .selectFrom('platform_outbox')
    .select('payload')
    .where('kind', '=', 'message.send')
    .execute();
  return rows
    .map(({ payload }) => JSON.parse(payload) as MessagePayload)
    .filter(({ template }) => template === 'festival_notice');
}

onBothEngines('incidents', (engine) => {
  it('stand in the room, the worst first, until one person closes each; the rows stay', async () => {
    const world = await engine.world();
    const { stalls, festivalId, by, now } = await begin(world);
    const [stall] = stalls;
    const report = { festivalId, participationId: null, kind: 'crowd', text: '', by, now } as const;
    const heard: string[] = [];
    world.app.onLive((topics) => heard.push(...topics));
    await world.inTransaction(async (tx) => accepted(await reportIncident(tx, { ...report, severity: 'low' })));
    const worst = await world.inTransaction(async (tx) =>
      accepted(
        await reportIncident(tx, {
          ...report,
          participationId: stall!.participationId,
          kind: 'fire',
          severity: 'danger',
          text: 'wajan terbakar',
        }),
      ),
    );
    expect(heard).toEqual([`control:${festivalId}`, `control:${festivalId}`]);
    expect(await readOpenIncidents(world.db, festivalId)).toMatchObject([
      { id: worst, booth: stall!.booth, kind: 'fire', severity: 'danger', text: 'wajan terbakar' },
      { booth: null, kind: 'crowd', severity: 'low' },
    ]);
    const close = { festivalId, incidentId: worst, by, now: now + 1 };
    expect((await world.inTransaction((tx) => closeIncident(tx, close))).ok).toBe(true);
    expect(await world.inTransaction((tx) => closeIncident(tx, close))).toEqual({
      ok: false,
      refusal: { code: 'incident_not_open' },
    });
    expect(await readOpenIncidents(world.db, festivalId)).toHaveLength(1);
    const row = await world.db.selectFrom('festival_incident').selectAll().where('id', '=', worst).executeTakeFirst();
    expect(row).toMatchObject({ closed_at: now + 1, closed_by: by });
    const audit = await world.db.selectFrom('platform_audit').select('action').orderBy('id').execute();
    expect(audit.map(({ action }) => action).filter((action) => action.startsWith('incident'))).toEqual([
      'incident.report',
      'incident.report',
      'incident.close',
    ]);
  });

  it('belong to one festival and its own booths', async () => {
    const world = await engine.world();
    const { festivalId, by, now } = await begin(world);
    const report = { festivalId, kind: 'food', severity: 'serious', text: '', by, now } as const;
    expect(await world.inTransaction((tx) => reportIncident(tx, { ...report, participationId: FOREIGN }))).toEqual({
      ok: false,
      refusal: { code: 'festival_stall_unknown' },
    });
    const incidentId = await world.inTransaction(async (tx) =>
      accepted(await reportIncident(tx, { ...report, participationId: null })),
    );
    const elsewhere = newId('fst', now);
    const close = { festivalId: elsewhere, incidentId, by, now };
    expect((await world.inTransaction((tx) => closeIncident(tx, close))).ok).toBe(false);
  });
});

onBothEngines('news to stalls', (engine) => {
  it('reaches every owner once, however often it is sent, or those of one stall', async () => {
    const world = await engine.world();
    const { stalls, festivalId, by, now } = await begin(world);
    const notice = {
      festivalId,
      participationId: null,
      text: 'air bersih di pintu timur',
      key: 'kunci_000001',
      by,
      now,
    };
    for (let tap = 0; tap < 2; tap++)
      expect(await world.inTransaction((tx) => notifyStalls(tx, notice))).toEqual({ ok: true, value: { told: 2 } });
    expect(await noticesOf(world)).toHaveLength(2);
    const { participationId, merchantId } = stalls[0]!;
    const one = { ...notice, participationId, key: 'kunci_000002', text: 'pindahkan motor' };
    expect(await world.inTransaction((tx) => notifyStalls(tx, one))).toEqual({ ok: true, value: { told: 1 } });
    const last = (await noticesOf(world)).find(({ values }) => values.text === 'pindahkan motor');
    expect(last).toMatchObject({ path: expect.stringContaining(merchantId), values: { text: 'pindahkan motor' } });
  });

  it('is refused for a booth of another festival, and where nobody can be reached', async () => {
    const world = await engine.world();
    const { festivalId, by, now } = await begin(world);
    const notice = { festivalId, participationId: FOREIGN, text: 'x', key: 'kunci_000003', by, now };
    expect(await world.inTransaction((tx) => notifyStalls(tx, notice))).toEqual({
      ok: false,
      refusal: { code: 'festival_stall_unknown' },
    });
    const bare = await makeFestival(world);
    const empty = { ...notice, festivalId: bare.festivalId, participationId: null };
    expect(await world.inTransaction((tx) => notifyStalls(tx, empty))).toEqual({
      ok: false,
      refusal: { code: 'notice_nobody' },
    });
  });
});

it('forms: three inputs make an incident, one line makes a notice', () => {
  const incident = { kind: 'fire', booth: 'all', severity: 'danger' };
  expect(incidentForm.parse(incident)).toEqual({ kind: 'fire', booth: null, severity: 'danger', text: '' });
  const wrong = incidentForm.safeParse({ booth: 'par_x' });
  expect(wrong.error?.issues.map(({ message }) => message)).toEqual([
    'incident_kind_choose',
    'booth_choose',
    'incident_severity_choose',
  ]);
  expect(incidentForm.safeParse({ ...incident, text: 'x'.repeat(201) }).error?.issues[0]?.message).toBe(
    'incident_text_long',
  );
  const notice = { key: 'kunci_000001', booth: FOREIGN, text: ' hujan\n sebentar  lagi ' };
  expect(noticeForm.parse(notice)).toEqual({ ...notice, text: 'hujan sebentar lagi' });
  expect(noticeForm.safeParse({ ...notice, text: ' ' }).error?.issues[0]?.message).toBe('notice_missing');
  expect(noticeForm.safeParse({ ...notice, text: 'x'.repeat(141) }).error?.issues[0]?.message).toBe('notice_long');
  expect(noticeForm.safeParse({ ...notice, key: '' }).success).toBe(false);
});
