import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type OwnElement<Data extends string = never> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  class?: string;
} & Partial<Record<`data-${Data}`, string>>;

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'live-order': OwnElement<'stream' | 'gone' | 'back'>;
      'live-control': OwnElement<'stream' | 'gone' | 'back' | 'rest'>;
      'push-offer': OwnElement<'key' | 'address' | 'kept' | 'denied' | 'failed'>;
      'ready-board': OwnElement<'stream' | 'gone' | 'back' | 'page'>;
    }
  }
}
