// Everything routes need of Remix, in one place, so that the move to its successor stays mechanical.
export type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
export { useActionData, useLoaderData, useParams } from '@remix-run/react';

// Data of loaders and actions keep their types, through `data()` too (single fetch).
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}
