import { enhanceAddress } from 'virtual:enhance';

/** Address of the one external file of custom elements; null while there is none. */
export function readEnhanceAddress(): string | null {
  return enhanceAddress;
}
