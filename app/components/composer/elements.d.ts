import type { HTMLAttributes } from 'react';

declare global {
  namespace JSX {
    interface IntrinsicElements {
      'compose-board': HTMLAttributes<HTMLElement> & { class?: string; children?: React.ReactNode };
    }
  }
}
