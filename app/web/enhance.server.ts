import { enhanceAddresses } from 'virtual:enhance';

/** Addresses of the two external files of custom elements: customers' pages load one, everybody who works here the other. */
export function readEnhanceAddresses(): { customer: string; workplace: string } {
  return enhanceAddresses;
}
