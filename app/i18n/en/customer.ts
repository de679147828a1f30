import type { customer as source } from '../id/customer';

export const customer: typeof source = {
  title: 'Pestarasa',
};
