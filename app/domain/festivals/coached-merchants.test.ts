import { expect, it } from 'vitest';
import { makeImportedMerchant } from '../../../test/factories/merchants';
import { makeOpenFestival } from '../../../test/factories/stalls';
import { onBothEngines } from '../../../test/setup/engines';
import { readCoachedMerchants } from './read-coached-merchants.server';

onBothEngines('whom an organisation may coach', (engine) => {
  it('whom it brought and who takes part in its festivals, nobody else', async () => {
    const world = await engine.world();
    const own = await makeOpenFestival(world, [{}]);
    const foreign = await makeOpenFestival(world, [{}]);
    const brought = await makeImportedMerchant(world, { organisationId: own.organisationId });
    const wanted = [...own.stalls.map(({ merchantId }) => merchantId), brought].sort();
    expect(await readCoachedMerchants(world.db, own.organisationId)).toEqual(wanted);
    expect(await readCoachedMerchants(world.db, foreign.organisationId)).toEqual(
      foreign.stalls.map(({ merchantId }) => merchantId),
    );
  });
});
