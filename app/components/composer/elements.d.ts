import type { HTMLAttributes } from 'react';

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'compose-board': HTMLAttributes<HTMLElement> & { class?: string; children?: React.ReactNode };
    }
  }
}
