import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type OwnElement<Data extends string = never> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  class?: string;
} & Partial<Record<`data-${Data}`, string>>;

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'board-link': OwnElement<
        'base' | 'stall' | 'on' | 'off' | 'trouble' | 'out' | 'last' | 'unsent' | 'unsent-for' | 'needs-network'
      >;
      'stall-board': OwnElement<
        'base' | 'stall' | 'clock' | 'ring-off' | 'ring-on' | 'ring-loud' | 'ring-waiting' | 'new-order' | 'cancelled'
      >;
      'counter-sale': OwnElement<'base' | 'stall' | 'title' | 'kept' | 'kept-paper'>;
      'stock-taps': OwnElement<'base' | 'stall'>;
      'offline-board': OwnElement;
      'print-button': OwnElement;
    }
  }
}
