import type { HTMLAttributes, ReactNode } from 'react';

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'review-keys': HTMLAttributes<HTMLElement> & { class?: string; children?: ReactNode };
    }
  }
}
