import { certificates } from './id/certificates';
import { coaching } from './id/coaching';
import { common } from './id/common';
import { copyCodes } from './id/copy-codes';
import { customer } from './id/customer';
import { festivals } from './id/festivals';
import { identity } from './id/identity';
import { imports } from './id/imports';
import { live } from './id/live';
import { menus } from './id/menus';
import { merchants } from './id/merchants';
import { offlineCourse } from './id/offline-course';
import { operator } from './id/operator';
import { orders } from './id/orders';
import { papers } from './id/papers';
import { passkeys } from './id/passkeys';
import { people } from './id/people';
import { privacy } from './id/privacy';
import { review } from './id/review';
import { stalls } from './id/stalls';
import { training } from './id/training';
import { wallet } from './id/wallet';

/** Every word on screen, in Indonesian: the source. One area a capability or page family, one line each. */
export const id = {
  common,
  wallet,
  copyCodes,
  customer,
  festivals,
  identity,
  passkeys,
  people,
  operator,
  menus,
  merchants,
  papers,
  training,
  certificates,
  coaching,
  offlineCourse,
  imports,
  stalls,
  orders,
  live,
  privacy,
  review,
};
