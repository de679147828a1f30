import { common } from './id/common';
import { customer } from './id/customer';
import { identity } from './id/identity';

/** Every word on screen, in Indonesian: the source. One area a capability or page family, one line each. */
export const id = {
  common,
  customer,
  identity,
};
