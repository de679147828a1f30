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

/** Where the files of custom elements (app/enhance) are served. */
declare module 'virtual:enhance' {
  export const enhanceAddresses: { customer: string; workplace: string; passkey: string };
}
