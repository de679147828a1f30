/**
 * What was typed into a page's form and has not reached the house, in this window only: it outlives an error page, the
 * back button and a session that ended, and goes when the window closes or somebody signs out. A place is a page of one
 * person.
 */
export interface Unsent {
  answers: Record<string, string>;
  /** The whole form is on its way. */
  isLeaving: boolean;
}

const START = 'isian:';

/** Where a browser forbids storage the form still works, it only forgets sooner. */
function reach<Value>(use: (storage: Storage) => Value, otherwise: Value): Value {
  try {
    return use(sessionStorage);
  } catch {
    return otherwise;
  }
}

export function readUnsent(place: string): Unsent {
  const nothing = { answers: {}, isLeaving: false };
  return reach((storage) => JSON.parse(storage.getItem(START + place) ?? 'null') ?? nothing, nothing);
}

export function keepUnsent(place: string, unsent: Unsent): void {
  reach((storage) => {
    if (Object.keys(unsent.answers).length === 0) storage.removeItem(START + place);
    else storage.setItem(START + place, JSON.stringify(unsent));
  }, undefined);
}

/** Who stands at another place with a form on its way has sent it: an answer that failed would have led back. */
export function forgetLeft(place: string): void {
  forgetWhere((other) => other !== place && readUnsent(other).isLeaving);
}

/** Whoever signs out leaves nothing behind. */
export function forgetUnsent(): void {
  forgetWhere(() => true);
}

function forgetWhere(isOver: (place: string) => boolean): void {
  reach((storage) => {
    for (const key of Object.keys(storage))
      if (key.startsWith(START) && isOver(key.slice(START.length))) storage.removeItem(key);
  }, undefined);
}
