import { common } from './en/common';
import { customer } from './en/customer';
import { festivals } from './en/festivals';
import { identity } from './en/identity';
import { operator } from './en/operator';
import type { id } from './id';

/** Every word on screen, in English: the same keys as Indonesian, by type. */
export const en: typeof id = {
  common,
  customer,
  festivals,
  identity,
  operator,
};
