import { common } from './id/common';
import { customer } from './id/customer';
import { festivals } from './id/festivals';
import { identity } from './id/identity';
import { operator } from './id/operator';

/** Every word on screen, in Indonesian: the source. One area a capability or page family, one line each. */
export const id = {
  common,
  customer,
  festivals,
  identity,
  operator,
};
