import { expect, it } from 'vitest';
import { claimMerchant } from '~/domain/merchants/claim-merchant.server';
import { newId } from '~/shared/ids';
import { makeActiveMerchant } from '../../../../test/factories/merchants';
import { fixture, importAll, makeOffice, type Office } from '../../../../test/fixtures/imports/office';
import { onBothEngines, type World } from '../../../../test/setup/engines';
import { beginApplying } from './begin-applying.server';
import { cancelImport } from './cancel-import.server';
import type { ImportMapping } from './import';
import { mapColumns } from './map-columns.server';
import { moveHeadingRow } from './move-heading-row.server';
import { readImport } from './read-import.server';
import { receiveFile } from './receive-file.server';
import { stageImport } from './stage-import.server';
import { withoutFormula } from './write-failed-rows.server';

async function received(
  world: World,
  office: Office,
  text = 'Nama Usaha;No HP;Menu;Harga\nSate Contoh;081000000088;Sate ayam;25rb\n',
) {
  const importId = newId('imp');
  await receiveFile(world.app, { ...office, importId, fileName: 'a.csv', bytes: Buffer.from(text) });
  const { organisationId } = office;
  const { mapping } = (await readImport(world.db, { importId, organisationId }))!;
  return { importId, organisationId, mapping };
}

onBothEngines('what an import refuses', (engine) => {
  it('columns without a business, twice the same meaning, or no city at all', async () => {
    const world = await engine.world();
    const { mapping, ...about } = await received(world, await makeOffice(world));
    const settle = (change: (mapping: ImportMapping) => ImportMapping) =>
      world.inTransaction((tx) => mapColumns(tx, { ...about, mapping: change(mapping), now: 1 }));
    const as = (field: 'unknown' | 'price', columns: number[]) => (from: ImportMapping) => ({
      ...from,
      columns: from.columns.map((each) => (columns.includes(each.column) ? { ...each, field } : each)),
    });
    expect(await settle(as('unknown', [0, 1]))).toEqual({ ok: false, refusal: { code: 'mapping_without_merchant' } });
    expect(await settle(as('price', [2]))).toEqual({
      ok: false,
      refusal: { code: 'mapping_field_twice', field: 'price', columns: [2, 3] },
    });
    expect(await settle((from) => ({ ...from, defaultRegion: null }))).toEqual({
      ok: false,
      refusal: { code: 'mapping_without_city' },
    });
  });

  it("another office's import, and one that has moved on", async () => {
    const world = await engine.world();
    const office = await makeOffice(world);
    const stranger = await makeOffice(world);
    const { mapping, importId, organisationId } = await received(world, office);
    const gone = { ok: false, refusal: { code: 'import_gone' } };
    const foreign = { importId, organisationId: stranger.organisationId };
    expect(await world.inTransaction((tx) => mapColumns(tx, { ...foreign, mapping, now: 1 }))).toEqual(gone);
    expect(await world.inTransaction((tx) => cancelImport(tx, { ...foreign, now: 1 }))).toEqual(gone);
    expect(await world.inTransaction((tx) => moveHeadingRow(tx, { ...foreign, headingRow: 1 }))).toEqual(gone);
    expect(await world.inTransaction((tx) => beginApplying(tx, { ...foreign, by: office.personId, now: 1 }))).toEqual(
      gone,
    );
    expect(await readImport(world.db, foreign)).toBeNull();
    expect(await world.inTransaction((tx) => cancelImport(tx, { importId, organisationId, now: 1 }))).toEqual({
      ok: true,
      value: undefined,
    });
    const moved = { ok: false, refusal: { code: 'import_moved', state: 'cancelled' } };
    expect(await world.inTransaction((tx) => mapColumns(tx, { importId, organisationId, mapping, now: 1 }))).toEqual(
      moved,
    );
  });

  it('going in when no row is good, and does not mind a second tap when some are', async () => {
    const world = await engine.world();
    const office = await makeOffice(world);
    const { mapping, ...about } = await received(
      world,
      office,
      'Nama Usaha;No HP;Menu;Harga\nSate Contoh;6,28E+12;Sate ayam;25rb\n',
    );
    await world.inTransaction((tx) => mapColumns(tx, { ...about, mapping, now: 1 }));
    await stageImport(world.app, about);
    expect(await world.inTransaction((tx) => beginApplying(tx, { ...about, by: office.personId, now: 1 }))).toEqual({
      ok: false,
      refusal: { code: 'import_nothing_good' },
    });
    const good = await received(world, office);
    await world.inTransaction((tx) => mapColumns(tx, { ...good, now: 1 }));
    await stageImport(world.app, good);
    for (const _ of [1, 2]) {
      expect(await world.inTransaction((tx) => beginApplying(tx, { ...good, by: office.personId, now: 1 }))).toEqual({
        ok: true,
        value: undefined,
      });
    }
  });
});

onBothEngines('people who are there already', (engine) => {
  it('a telephone known elsewhere is invited like any other, and the business she has stays as it is', async () => {
    const world = await engine.world();
    const office = await makeOffice(world);
    const own = await makeActiveMerchant(world);
    const before = await world.db
      .selectFrom('merchant_profile')
      .selectAll()
      .where('id', '=', own.merchantId)
      .executeTakeFirstOrThrow();
    const text = `Nama Usaha;No HP;Menu;Harga\nNama Lain Contoh;${before.phone};Sate ayam;25rb\nBaru Contoh;081077770001;Soto;20rb\n`;
    const summary = await importAll(world, office, 'a.csv', Buffer.from(text));
    expect(summary.merchants).toEqual({ made: 2, changed: 0 });
    expect(
      await world.db
        .selectFrom('merchant_profile')
        .selectAll()
        .where('id', '=', own.merchantId)
        .executeTakeFirstOrThrow(),
    ).toEqual(before);
    const invitations = await world.db
      .selectFrom('platform_outbox')
      .select('payload')
      .where('key', 'like', 'message:merchant_imported:%')
      .execute();
    expect(invitations).toHaveLength(2);
  });

  it("a merchant whom her owner took over is no longer changed by the office's file", async () => {
    const world = await engine.world();
    const office = await makeOffice(world);
    await importAll(world, office, 'pilihan-lebar.csv');
    const kopi = await world.db
      .selectFrom('merchant_profile')
      .select('id')
      .where('stall_name', '=', 'Kopi Contoh Ilir')
      .executeTakeFirstOrThrow();
    await world.inTransaction((tx) => claimMerchant(tx, { merchantId: kopi.id, personId: office.personId, now: 5 }));
    const dearer = fixture('pilihan-lebar.csv').toString().replaceAll('|15000|', '|19000|');
    const again = await importAll(world, office, 'pilihan-lebar.csv', Buffer.from(dearer));
    expect(again).toMatchObject({ rows: { applied: 2, good: 3 }, dishes: { changed: 0 } });
    const dish = await world.db
      .selectFrom('menu_dish')
      .select('price')
      .where('merchant_id', '=', kopi.id)
      .executeTakeFirstOrThrow();
    expect(dish.price).toBe(15_000);
  });

  it('a second file of menus finds the merchants of the first by their ids', async () => {
    const world = await engine.world();
    const office = await makeOffice(world);
    await importAll(
      world,
      office,
      'usaha.csv',
      Buffer.from(
        'kode_usaha,nama_usaha,no_hp,kota\nU1,Sate Contoh,081000000091,Palembang\nU2,Soto Contoh,081000000092,Palembang\n',
      ),
    );
    const menus = await importAll(
      world,
      office,
      'menu.csv',
      Buffer.from('kode_usaha,nama_menu,harga\nU1,Sate ayam,25000\nU2,Soto ayam,20000\nU3,Es teh,5000\n'),
    );
    expect(menus).toMatchObject({ merchants: { made: 0, changed: 0 }, dishes: { made: 2 }, rows: { bad: 1 } });
  });
});

it('no cell of a file of ours becomes a formula', () => {
  for (const cell of ['=1+1', '+62812', '-2', '@SUM(A1)', '\t=1', '\r=1'])
    expect(withoutFormula(cell)).toBe(`'${cell}`);
  expect(withoutFormula('Tekwan = enak')).toBe('Tekwan = enak');
});
