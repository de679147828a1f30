import { expect, it } from 'vitest';
import { newId } from '~/shared/ids';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines } from '../../../test/setup/engines';
import { changeMerchantState } from './change-merchant-state.server';
import { type Declaration, declareDocument } from './declare-document.server';
import { makeMerchant } from './make-merchant.server';
import { documentsValidOn, readDocumentNumber, readDocuments } from './read-documents.server';

const NIK = '1671011708450001';

onBothEngines('declared papers', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    const merchant = await makeActiveMerchant(world);
    const { secrets } = world.app.ports;
    const declare = (said: Partial<Declaration> & Pick<Declaration, 'kind' | 'answer'>) =>
      world.inTransaction((tx) =>
        declareDocument(tx, {
          merchantId: merchant.merchantId,
          by: merchant.ownerId,
          secrets,
          now: world.clock.now(),
          ...said,
        }),
      );
    return { world, ...merchant, secrets, declare };
  };

  it('"belum punya" is an answer like every other', async () => {
    const { world, merchantId, declare } = await begin();
    accepted(await declare({ kind: 'nib', answer: 'none_yet' }));
    accepted(await declare({ kind: 'npwp', answer: 'not_needed' }));
    expect(await readDocuments(world.db, merchantId)).toMatchObject([
      { kind: 'nib', answer: 'none_yet', hasNumber: false },
      { kind: 'npwp', answer: 'not_needed', hasNumber: false },
    ]);
  });

  it('a number lies sealed and comes back only through its key', async () => {
    const { world, merchantId, secrets, declare } = await begin();
    accepted(await declare({ kind: 'ktp', answer: 'have', number: '1671 0117 0845 0001' }));
    const row = await world.db.selectFrom('merchant_document').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('08450001');
    expect(await readDocumentNumber(world.db, { merchantId, kind: 'ktp', secrets })).toBe(NIK);
    expect(await readDocumentNumber(world.db, { merchantId, kind: 'nib', secrets })).toBeNull();
    const audits = await world.db.selectFrom('platform_audit').select('details').execute();
    expect(JSON.stringify(audits)).not.toContain('0845');
  });

  it('changing the answer forgets the number and the date', async () => {
    const { world, merchantId, secrets, declare } = await begin();
    accepted(await declare({ kind: 'pirt', answer: 'have', number: '306330601007231', validUntil: '2031-01-01' }));
    accepted(
      await declare({ kind: 'pirt', answer: 'in_process', number: '306330601007231', validUntil: '2031-01-01' }),
    );
    expect(await readDocuments(world.db, merchantId)).toMatchObject([
      { answer: 'in_process', hasNumber: false, validUntil: null },
    ]);
    expect(await readDocumentNumber(world.db, { merchantId, kind: 'pirt', secrets })).toBeNull();
  });

  it('a number of the wrong shape is refused with what fits, an odd one is kept with its warning', async () => {
    const { declare } = await begin();
    expect(await declare({ kind: 'nib', answer: 'have', number: '912000000000' })).toEqual({
      ok: false,
      refusal: { code: 'paper_number_wrong', kind: 'nib', problem: { code: 'nib_length', typed: 12 } },
    });
    expect(accepted(await declare({ kind: 'ktp', answer: 'have', number: '3599011708450001' })).warnings).toEqual([
      { code: 'nik_region_unknown', region: '3599' },
    ]);
  });

  it('nobody is taken at the word that she needs no KTP', async () => {
    const { declare } = await begin();
    expect(await declare({ kind: 'ktp', answer: 'not_needed' })).toEqual({
      ok: false,
      refusal: { code: 'paper_always_needed', kind: 'ktp' },
    });
  });

  it('one NIK serves one owner: her second business yes, another owner no, a closed business frees it', async () => {
    const { world, ownerId, merchantId, phone, declare } = await begin();
    accepted(await declare({ kind: 'ktp', answer: 'have', number: NIK }));
    const now = world.clock.now();
    const second = newId('mrc', now);
    accepted(
      await world.inTransaction((tx) =>
        makeMerchant(tx, {
          merchantId: second,
          ownerId,
          phone,
          stallName: 'Kedua',
          regionCode: '1671',
          consent: true,
          now,
        }),
      ),
    );
    accepted(await declare({ kind: 'ktp', answer: 'have', number: NIK, merchantId: second }));
    const other = await makeActiveMerchant(world);
    const asOther = {
      kind: 'ktp',
      answer: 'have',
      number: NIK,
      merchantId: other.merchantId,
      by: other.ownerId,
    } as const;
    expect(await declare(asOther)).toEqual({ ok: false, refusal: { code: 'nik_in_use' } });
    for (const id of [merchantId, second]) {
      accepted(
        await world.inTransaction((tx) =>
          changeMerchantState(tx, { merchantId: id, to: 'closed', by: ownerId, why: 'owner', now }),
        ),
      );
    }
    accepted(await declare(asOther));
  });

  it('of ten owners who declare one NIK at once, one has it', async () => {
    const { world, declare } = await begin();
    const owners = [];
    for (let n = 0; n < 10; n++) owners.push(await makeActiveMerchant(world));
    for (const number of [NIK, '1671011708450002', '1671011708450003']) {
      const answers = await Promise.all(
        owners.map(({ merchantId, ownerId }) =>
          declare({ kind: 'ktp', answer: 'have', number, merchantId, by: ownerId }),
        ),
      );
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]))).toEqual(
        Array.from({ length: 9 }, () => 'nik_in_use'),
      );
    }
  });

  it('the question is whether a paper holds on the festival days, its last day included', async () => {
    const { world, merchantId, declare } = await begin();
    accepted(await declare({ kind: 'hygiene', answer: 'have', validUntil: '2026-12-05' }));
    accepted(await declare({ kind: 'nib', answer: 'have' }));
    accepted(await declare({ kind: 'halal', answer: 'in_process' }));
    const quiet = await makeActiveMerchant(world);
    const on = async (to: string) => {
      const standing = await documentsValidOn(world.db, [merchantId, quiet.merchantId], { from: '2026-12-03', to });
      return [Object.fromEntries(standing.get(merchantId) ?? []), standing.get(quiet.merchantId)?.size];
    };
    expect(await on('2026-12-05')).toEqual([{ hygiene: 'valid', nib: 'valid', halal: 'in_process' }, 0]);
    expect(await on('2026-12-06')).toEqual([{ hygiene: 'ends_before', nib: 'valid', halal: 'in_process' }, 0]);
    expect((await documentsValidOn(world.db, [], { from: '2026-12-03', to: '2026-12-05' })).size).toBe(0);
  });
});
