import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type OwnElement<Data extends string = never> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  class?: string;
} & Partial<Record<`data-${Data}`, string>>;

type PasskeyWords = 'able' | 'challenge' | 'address' | 'next' | 'cancelled' | 'failed';

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'live-order': OwnElement<'stream' | 'gone' | 'back'>;
      'live-control': OwnElement<'stream' | 'gone' | 'back' | 'rest'>;
      'passkey-able': OwnElement;
      'passkey-sign-in': OwnElement<PasskeyWords>;
      'passkey-new': OwnElement<PasskeyWords>;
      'push-offer': OwnElement<'key' | 'address' | 'kept' | 'denied' | 'failed'>;
      'ready-board': OwnElement<'stream' | 'gone' | 'back' | 'page'>;
    }
  }
}
