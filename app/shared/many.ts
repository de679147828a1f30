import { z } from 'zod';

/** A group of checkboxes in a form: no box is an empty list, one box a list of one. */
export function many<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));
}
