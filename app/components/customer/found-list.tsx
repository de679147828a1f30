import type { ReactNode } from 'react';

/**
 * A list with filters and pages: plain links and a GET form, the same for everybody because the page is cached. Where
 * there is JavaScript, app/enhance/found-list.ts changes it in place and says the heading marked `data-found`.
 */
export function FoundList({ stack, children }: { stack?: boolean; children: ReactNode }) {
  return (
    <>
      <p className="sr-only" role="status" data-found-said="" />
      <found-list class={stack ? 'stack' : undefined}>{children}</found-list>
    </>
  );
}

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'found-list': React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & {
        class?: string | undefined;
      };
    }
  }
}
