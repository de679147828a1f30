import { createContext, useContext } from 'react';

/** What the server knows about one rendering and no loader says. */
export interface PageContextValue {
  /** Only on hydrated pages; plain pages have no inline script at all. */
  nonce?: string;
  /** Short name of this request in the log; shown when something breaks. */
  reference?: string;
}

export const PageContext = createContext<PageContextValue>({});

export function usePageContext(): PageContextValue {
  return useContext(PageContext);
}
