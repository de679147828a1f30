import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type OwnElement<Data extends string = never> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  class?: string;
} & Partial<Record<`data-${Data}`, string>>;

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'stall-board': OwnElement<'address' | 'versions' | 'version' | 'sound-on' | 'sound-off' | 'new-order'>;
      'board-presence': OwnElement<'address'>;
      'counter-sale': OwnElement;
      'print-button': OwnElement;
    }
  }
}
