import { RequestView } from '~/components/privacy/request-view';
import { answerCorrection } from '~/domain/privacy/answer-correction.server';
import { answerForm } from '~/domain/privacy/answer-form';
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
    schema: answerForm,
    save: (tx, form) => answerCorrection(tx, { ...form, ...asked.officer }),
    to: '/operator/privasi',
  });
}

export default function PrivacyRequestAnswer() {
  const failed = useActionData<typeof action>();
  return <RequestView {...useLoaderData<typeof loader>()} failed={failed && { answer: failed }} />;
}
