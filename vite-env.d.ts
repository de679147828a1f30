/// <reference types="vite/client" />

/** Remix's server build, in the same module graph as app/server/main.ts. */
declare module 'virtual:remix/server-build' {
  import type { ServerBuild } from '@remix-run/node';

  const build: ServerBuild;
  export const {
    assets,
    assetsBuildDirectory,
    basename,
    entry,
    future,
    isSpaMode,
    mode,
    publicPath,
    routes,
  }: ServerBuild;
  export default build;
}

/** Where the bundle of custom elements (app/enhance) is served; null while there is none. */
declare module 'virtual:enhance' {
  export const enhanceAddress: string | null;
}
