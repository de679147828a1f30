import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type OwnElement<Data extends string = never> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  class?: string;
} & Partial<Record<`data-${Data}`, string | number>>;

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'unsent-events': OwnElement<'unsent' | 'unsent-for' | 'off' | 'trouble' | 'out'>;
      'kept-course': OwnElement<'paths'>;
      'offline-course': OwnElement<'lesson' | 'version'>;
      'lesson-quiz': OwnElement<'lesson' | 'version' | 'offline' | 'unanswered' | 'passed' | 'failed' | 'needed'>;
    }
  }
}
