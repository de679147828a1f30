import type { TopUpRails } from '~/shared/top-up-rail';
import { simulatorRail } from './simulator/simulator-rail';
import { type StripeAccess, stripeRail } from './stripe/stripe-rail';

/** The rails an installation has switched on; a service without keys is off. */
export function makeTopUpRails(settings: { simulatorRail: 'on' | 'off'; stripe: StripeAccess | null }): TopUpRails {
  return {
    ...(settings.simulatorRail === 'on' ? { simulator: simulatorRail() } : {}),
    ...(settings.stripe ? { stripe: stripeRail(settings.stripe) } : {}),
  };
}
