import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newId } from '~/shared/ids';
import { accepted } from '../../../../test/factories/merchants';
import { fixture, importAll, makeOffice, readMade } from '../../../../test/fixtures/imports/office';
import { onBothEngines, type World } from '../../../../test/setup/engines';
import { importFile } from './import-file.server';
import { type ImportSummary, readImports, readProblemRows } from './read-import.server';
import { receiveFile } from './receive-file.server';

async function problemsOf(world: World, { id }: ImportSummary): Promise<string[]> {
  const rows = await readProblemRows(world.db, { importId: id, after: 0, limit: 1_000 });
  return rows.map(
    (row) =>
      `${row.number} ${row.state} ${row.problems.map((problem) => `${problem.code}:${problem.read.replaceAll('\n', '⏎')}`).join(', ')}`,
  );
}

onBothEngines('files nobody made for us become merchants with menus', (engine) => {
  it('a semicolon file of an office: titles above, merchants over several rows, one telephone eaten by Excel, one double price', async () => {
    const world = await engine.world();
    const summary = await importAll(world, await makeOffice(world), 'dinas-titik-koma.csv');
    expect(await problemsOf(world, summary)).toEqual([
      '11 bad phone_rounded:6,28E+12',
      '12 held ',
      '13 bad price_two:15rb-20rb',
    ]);
    const levels = ['0', '1', '2'].map((level) => `Level Pedas/${level}+0`).join(' ');
    expect(await readMade(world)).toEqual({
      'Dapur Contoh Wak Din 1671 +6281000000002': ['Mie celor 18000 540', 'Burgo\nkuah santan 14500 600'],
      'Es Contoh Tepi Musi 1671 -': ['Es kacang merah 12000 180'],
      'Pempek Contoh Bu Rohani 1671 +6281000000001': [
        `Pempek kapal selam 22000 480 ${levels}`,
        `Pempek lenjer 18000 420 ${levels}`,
        'Tekwan "spesial" 🍲 15000 360',
      ],
      'Sate Contoh Bang Jali 1671 +6281000000005': [
        'Sate kambing 30000 900 Level Pedas/0+0 Level Pedas/1+0 Level Pedas/2+0 Level Pedas/3+0 Level Pedas/4+0 Level Pedas/5+0',
      ],
    });
    const claims = await world.db.selectFrom('merchant_claim').select('merchant_id').execute();
    expect(claims).toHaveLength(1);
  });

  it('an export of a delivery platform: one chain under one name, told apart by its ids; long texts; sections without dishes', async () => {
    const world = await engine.world();
    const summary = await importAll(world, await makeOffice(world), 'platform-export.csv');
    expect(summary).toMatchObject({ merchants: { made: 3 }, dishes: { made: 9 }, rows: { bad: 0 } });
    const merchants = await world.db
      .selectFrom('merchant_profile')
      .select(['stall_name', 'region_code'])
      .orderBy('region_code')
      .execute();
    expect(merchants.map((each) => each.region_code)).toEqual(['1671', '1671', '1674']);
    const long = await world.db
      .selectFrom('menu_dish')
      .select('description')
      .where('description', 'is not', null)
      .execute();
    expect(long.map((dish) => (dish.description?.length ?? 0) > 900)).toEqual([true, true, true]);
  });

  it('a workbook: instructions on the first sheet, headings on the third row, telephones as numbers, a price of fifteen rupiah', async () => {
    const world = await engine.world();
    const summary = await importAll(world, await makeOffice(world), 'data-umkm.xlsx');
    expect(await problemsOf(world, summary)).toEqual(['8 bad price_odd:15']);
    expect(await readMade(world)).toEqual({
      'Kerupuk Contoh Tanpa HP 1671 -': ['Kerupuk kemplang 9000 120'],
      'Laksan Contoh Nyai 1671 +6281000000041': ['Laksan 13000 360', 'Celimpungan 14000 420'],
      'Model Contoh Cek Ida 1671 +6281000000042': ['Model gandum 12000 300'],
      'Sop Contoh Murah 1671 +6281000000043': [],
    });
  });

  it('a file without headings is understood from what it holds', async () => {
    const world = await engine.world();
    await importAll(world, await makeOffice(world), 'tanpa-judul.csv');
    expect(await readMade(world)).toEqual({
      'Bakso Contoh Simpang 1671 +6281000000012': ['Bakso urat 18000 ', 'Bakso telur 20000 '],
      'Kedai Contoh Melati 1671 +6281000000011': ['Nasi goreng 17000 ', 'Mie goreng 16000 ', 'Es jeruk 7000 '],
      'Warung Contoh Sungai 1674 +6281000000013': ['Pindang patin 28000 '],
    });
  });

  it('English headings, tabs, UTF-16 and a column we do not know', async () => {
    const world = await engine.world();
    const summary = await importAll(world, await makeOffice(world), 'english-tabs.tsv');
    expect(summary.mapping.columns.find((column) => column.heading === 'Internal note')?.field).toBe('unknown');
    expect(await readMade(world)).toEqual({
      'Example Café Sriwijaya 1671 +6281000000022': ['Iced coffee 18000 240'],
      'Example Satay House 1671 +6281000000021': [
        'Chicken satay 30000 720 Add-ons/rice cake+5000 Add-ons/egg+4000',
        'Goat satay 45000 900',
      ],
    });
    const [satay] = await world.db
      .selectFrom('menu_dish')
      .select(['halal', 'allergen_answer'])
      .where('name', '=', 'Chicken satay')
      .execute();
    expect(satay).toEqual({ halal: 'certified', allergen_answer: 'listed' });
  });

  it('choices with prices in columns of their own', async () => {
    const world = await engine.world();
    await importAll(world, await makeOffice(world), 'pilihan-lebar.csv');
    expect(await readMade(world)).toEqual({
      'Kopi Contoh Ilir 1671 +6281000000032': ['Kopi susu 15000  Pilihan/Panas+0 Pilihan/Dingin+0'],
      'Martabak Contoh Har 1671 +6281000000031': [
        'Martabak telur 25000  Pilihan/Kecil+0 Pilihan/Besar+10000 Tambahan/Telur+5000 Tambahan/Keju+6000',
        'Martabak manis 30000  Tambahan/Keju+7000',
      ],
    });
  });

  it('a table of restaurants abroad: dollars are refused in words and nothing is made up', async () => {
    const world = await engine.world();
    const office = await makeOffice(world);
    const outcome = await importFile(world.app, {
      ...office,
      fileName: 'open-data.csv',
      bytes: fixture('open-data.csv'),
    });
    expect(outcome).toEqual({ ok: false, refusal: { code: 'import_nothing_good' } });
    const [summary] = await readImports(world.db, office.organisationId);
    expect(await problemsOf(world, summary!)).toEqual([
      '2 bad price_foreign:12.50 USD',
      '3 bad price_foreign:4.99 USD',
      '4 bad price_foreign:15.00 USD',
    ]);
    expect(await readMade(world)).toEqual({});
  });
});

onBothEngines('the same file again', (engine) => {
  it('adds nothing, changes nothing, and says so', async () => {
    const world = await engine.world();
    const office = await makeOffice(world);
    for (const name of [
      'dinas-titik-koma.csv',
      'platform-export.csv',
      'pilihan-lebar.csv',
      'english-tabs.tsv',
      'data-umkm.xlsx',
    ]) {
      await importAll(world, office, name);
      const before = await readMade(world);
      const again = await importAll(world, office, name);
      expect(again).toMatchObject({ merchants: { made: 0, changed: 0 }, dishes: { made: 0, changed: 0 } });
      expect(await readMade(world)).toEqual(before);
    }
  });

  it('with other prices changes the prices', async () => {
    const world = await engine.world();
    const office = await makeOffice(world);
    await importAll(world, office, 'pilihan-lebar.csv');
    const dearer = Buffer.from(
      fixture('pilihan-lebar.csv').toString().replace('|15000|', '|17000|').replace('|7000||', '|7500||'),
    );
    const again = await importAll(world, office, 'pilihan-lebar.csv', dearer);
    expect(again).toMatchObject({ merchants: { made: 0 }, dishes: { made: 0, changed: 2 } });
    expect((await readMade(world))['Kopi Contoh Ilir 1671 +6281000000032']?.[0]).toContain('Kopi susu 17000');
    // The office typed nothing into her menu: her own pages name whoever did.
    const typed = world.db.selectFrom('merchant_field_author').select('field').where('field', 'like', 'dish:%');
    expect(await typed.execute()).toEqual([]);
  });

  it('from another office makes merchants of its own and tells neither of the other', async () => {
    const world = await engine.world();
    await importAll(world, await makeOffice(world), 'tanpa-judul.csv');
    const other = await importAll(world, await makeOffice(world), 'tanpa-judul.csv');
    expect(other.merchants).toEqual({ made: 3, changed: 0 });
  });
});

onBothEngines('the number of an upload', (engine) => {
  it("in another office's hands changes nothing of an upload that is still being read", async () => {
    const world = await engine.world();
    const [mine, theirs] = [await makeOffice(world), await makeOffice(world)];
    const importId = newId('imp', world.clock.now());
    accepted(await receiveFile(world.app, { ...mine, importId, fileName: 'a.csv', bytes: fixture('tanpa-judul.csv') }));
    await world.inTransaction((tx) =>
      tx.updateTable('menu_import').set({ state: 'reading' }).where('id', '=', importId).execute(),
    );
    const count = async () =>
      (await world.db.selectFrom('menu_import_row').select('row_number').where('import_id', '=', importId).execute())
        .length;
    const before = await count();
    expect(before).toBeGreaterThan(0);
    const broken = Buffer.from('a;b\n"never closed;x\n');
    for (const bytes of [broken, Buffer.from('%PDF-1.7'), fixture('dinas-titik-koma.csv')]) {
      await receiveFile(world.app, { ...theirs, importId, fileName: 'b.csv', bytes });
      expect(await count()).toBe(before);
    }
    expect(await readImports(world.db, theirs.organisationId)).toEqual([]);
  });
});

onBothEngines("the demo's own file", (engine) => {
  it('brings in every stall of Palembang without one complaint, every dish with price and minutes', async () => {
    const world = await engine.world();
    const bytes = readFileSync(new URL('../../../../db/seeds/palembang-merchants.csv', import.meta.url));
    const summary = await importAll(world, await makeOffice(world), 'palembang-merchants.csv', bytes);
    expect(await problemsOf(world, summary)).toEqual([]);
    expect(summary).toMatchObject({ merchants: { made: 36 }, dishes: { made: 132 } });
    const bare = await world.db
      .selectFrom('menu_dish')
      .select('name')
      .where((eb) =>
        eb.or([
          eb('price', 'is', null),
          eb('make_seconds', 'is', null),
          eb('halal', '=', 'unknown'),
          eb('allergen_answer', '=', 'unknown'),
        ]),
      )
      .execute();
    expect(bare).toEqual([]);
    const categories = await world.db
      .selectFrom('merchant_profile')
      .select(['stall_name', 'category'])
      .where('category', 'in', ['other'])
      .execute();
    expect(categories).toEqual([]);
    expect(await world.db.selectFrom('merchant_claim').select('id').execute()).toHaveLength(4);
  });
});
