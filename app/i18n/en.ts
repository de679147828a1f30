import { common } from './en/common';
import { customer } from './en/customer';
import { identity } from './en/identity';
import type { id } from './id';

/** Every word on screen, in English: the same keys as Indonesian, by type. */
export const en: typeof id = {
  common,
  customer,
  identity,
};
