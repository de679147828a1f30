import { RequestView } from '~/components/privacy/request-view';
import { refuseForm } from '~/domain/privacy/answer-form';
import { refuseRequest } from '~/domain/privacy/refuse-request.server';
import { wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { saveForm } from '~/web/save-form.server';
import { requireOfficer } from './move-request.server';
import { loadRequestPage } from './request-page.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).privacy.queue.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  return loadRequestPage(args);
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOfficer(args);
  return saveForm(args, asked, {
    schema: refuseForm,
    save: (tx, form) => refuseRequest(tx, { ...form, ...asked.officer }),
    to: '/operator/privasi',
  });
}

export default function PrivacyRequestRefuse() {
  const failed = useActionData<typeof action>();
  return <RequestView {...useLoaderData<typeof loader>()} failed={failed && { refuse: failed }} />;
}
