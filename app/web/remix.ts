// Everything routes need of Remix, in one place, so that the move to its successor stays mechanical.
import { useActionData } from '@remix-run/react';
import type { ShownForm } from './answer.server';

export type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
export { useActionData, useLoaderData, useParams } from '@remix-run/react';

/** The page's form as it came back: from its action, else as it was kept while its sender signed in again. */
export function useShownForm<Action>(kept: ShownForm | null) {
  return useActionData<Action>() ?? kept ?? undefined;
}

// Data of loaders and actions keep their types, through `data()` too (single fetch).
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}
