import type { AppContext } from '~/platform/app-context';
import { SettableClock } from '~/platform/clock';
import { DEMO_OPENS_AT } from '../demo-clock';
import { bandung } from './bandung';
import { banyuwangi } from './banyuwangi';
import { newcomers } from './newcomers';
import { palembang } from './palembang';
import { openStage, playTogether } from './stage';

/**
 * Builds the demo through the domain's verbs alone, three cities side by side: each Dinas imports merchants with their
 * menus, they take over and apply; Palembang and Banyuwangi are chosen and sell, Bandung waits to be composed. A few
 * who signed up by themselves wait for a verifier.
 */
export async function tellStory(context: AppContext): Promise<void> {
  const clock = new SettableClock(0);
  const stage = (seed: number) => openStage(context, clock, seed);
  const cities = [palembang(stage(20_261_128)), banyuwangi(stage(222)), bandung(stage(60))];
  await playTogether(clock, [...cities, newcomers(stage(4))]);
  clock.set(DEMO_OPENS_AT);
}
