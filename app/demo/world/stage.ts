import type { AppContext, Tx } from '~/platform/app-context';
import type { SettableClock } from '~/platform/clock';
import type { FestivalId, OrganisationId, PersonId } from '~/shared/ids';
import type { Result } from '~/shared/result';
import { instantOf } from '~/shared/time';
import { type Dice, rollDice } from './dice';

/** All three cities of the demo keep Western Indonesian Time. */
export const ZONE = 'Asia/Jakarta';

/** What the scenes of the demo share: the context with a clock they move, and a fixed chance. */
export interface Stage {
  app: AppContext & { clock: SettableClock };
  dice: Dice;
}

/** The office of one city and its officer. */
export interface Cast {
  organiserId: PersonId;
  organisationId: OrganisationId;
}

export interface FestivalScene extends Cast {
  festivalId: FestivalId;
}

/** Each story has dice of its own, so that what one city does never changes another's. */
export function openStage(app: AppContext, clock: SettableClock, seed: number): Stage {
  return { app: { ...app, clock }, dice: rollDice(seed) };
}

/** A story says, scene by scene, when its next scene plays; then it plays it. */
export type Story = AsyncGenerator<number, void>;

/** An instant in the demo's cities. */
export function at(day: string, clock: string): number {
  return instantOf(day, clock, ZONE);
}

/** Plays stories side by side in order of time, as their cities lived them: the outbox knows one present only. */
export async function playTogether(clock: SettableClock, stories: readonly Story[]): Promise<void> {
  const waiting = new Map<Story, number>();
  const goOn = async (story: Story) => {
    const next = await story.next();
    if (next.done) waiting.delete(story);
    else waiting.set(story, next.value);
  };
  for (const story of stories) await goOn(story);
  while (waiting.size > 0) {
    const [story, when] = [...waiting].reduce((first, other) => (other[1] < first[1] ? other : first));
    if (when < clock.now()) throw new Error(`the story of the demo goes back in time: ${new Date(when).toISOString()}`);
    clock.set(when);
    await goOn(story);
  }
}

const GROUP = 50;

/** The same act for many, fifty a unit of work. */
export async function inGroups<Item, Made>(
  app: Pick<AppContext, 'inTransaction'>,
  items: readonly Item[],
  act: (tx: Tx, item: Item, at: number) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < items.length; from += GROUP) {
    const group = await app.inTransaction(async (tx) => {
      const done: Made[] = [];
      for (const [index, item] of items.slice(from, from + GROUP).entries())
        done.push(await act(tx, item, from + index));
      return done;
    });
    made.push(...group);
  }
  return made;
}

/** The value of a verb that the demo's story relies on; a refusal is a mistake in the story. */
export function mustHave<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(`the demo was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
