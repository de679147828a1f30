import { enhanceAddresses } from 'virtual:enhance';

/** Addresses of the external files of custom elements: customers' pages load one, everybody who works here another; `passkey` comes beside them where a page's handle asks for it. */
export function readEnhanceAddresses(): { customer: string; workplace: string; passkey: string } {
  return enhanceAddresses;
}
