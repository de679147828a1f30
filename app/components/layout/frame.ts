import { createContext, useContext } from 'react';

/** What the layouts need to know of the request; the root provides it. Nothing personal: cached pages render it too. */
export interface Frame {
  /** Path and query of this page as asked for, `/en/…` included. */
  address: string;
  /** Set where the installation runs on a demo clock: what it shows now, in words, and where it is moved. */
  demoClock?: { text: string; href?: string } | null;
}

const FrameContext = createContext<Frame>({ address: '/' });

export const FrameProvider = FrameContext.Provider;

export function useFrame(): Frame {
  return useContext(FrameContext);
}
