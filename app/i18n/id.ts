import { common } from './id/common';
import { wallet } from './id/wallet';
import { customer } from './id/customer';
import { festivals } from './id/festivals';
import { identity } from './id/identity';
import { operator } from './id/operator';
import { menus } from './id/menus';
import { merchants } from './id/merchants';
import { imports } from './id/imports';
import { training } from './id/training';
import { stalls } from './id/stalls';
import { orders } from './id/orders';

/** Every word on screen, in Indonesian: the source. One area a capability or page family, one line each. */
export const id = {
  common,
  wallet,
  customer,
  festivals,
  identity,
  operator,
  menus,
  merchants,
  training,
  imports,
  stalls,
  orders,
};
