import { certificates } from './en/certificates';
import { coaching } from './en/coaching';
import { common } from './en/common';
import { copyCodes } from './en/copy-codes';
import { customer } from './en/customer';
import { festivals } from './en/festivals';
import { identity } from './en/identity';
import { imports } from './en/imports';
import { live } from './en/live';
import { menus } from './en/menus';
import { merchants } from './en/merchants';
import { offlineCourse } from './en/offline-course';
import { operator } from './en/operator';
import { orders } from './en/orders';
import { papers } from './en/papers';
import { passkeys } from './en/passkeys';
import { people } from './en/people';
import { privacy } from './en/privacy';
import { review } from './en/review';
import { stalls } from './en/stalls';
import { training } from './en/training';
import { wallet } from './en/wallet';
import type { id } from './id';

/** Every word on screen, in English: the same keys as Indonesian, by type. */
export const en: typeof id = {
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
