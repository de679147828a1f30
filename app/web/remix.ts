// Everything routes need of Remix, in one place, so that the move to its successor stays mechanical.
export type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
export {
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  useLocation,
  useParams,
  useRouteError,
} from '@remix-run/react';
