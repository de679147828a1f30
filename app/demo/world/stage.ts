import type { AppContext } from '~/platform/app-context';
import type { SettableClock } from '~/platform/clock';
import type { FestivalId, OrganisationId, PersonId } from '~/shared/ids';
import type { Result } from '~/shared/result';
import { instantOf } from '~/shared/time';
import { type Dice, rollDice } from './dice';

export const ZONE = 'Asia/Jakarta';
export const CITY = '1671';
export const FIRST_DAY = '2026-11-27';

/** What the scenes of the demo share: the context with a clock they move, and who and what there is so far. */
export interface Stage {
  app: AppContext & { clock: SettableClock };
  dice: Dice;
}

export interface Cast {
  operatorId: PersonId;
  organiserId: PersonId;
  organisationId: OrganisationId;
}

export interface FestivalScene extends Cast {
  festivalId: FestivalId;
}

export function openStage(app: AppContext, clock: SettableClock): Stage {
  return { app: { ...app, clock }, dice: rollDice(20_261_128) };
}

/** Moves the demo's time to a day and clock in Palembang, and answers it. */
export function goTo(stage: Stage, day: string, clock: string): number {
  const at = instantOf(day, clock, ZONE);
  if (at < stage.app.clock.now()) throw new Error(`the story of the demo goes back in time: ${day} ${clock}`);
  stage.app.clock.set(at);
  return at;
}

/** The value of a verb that the demo's story relies on; a refusal is a mistake in the story. */
export function mustHave<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(`the demo was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
