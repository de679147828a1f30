import { OperatorPage } from '~/components/layout/operator-page';
import { CoachList, type CoachListProps } from '~/components/training/coach-list';
import { closeCoaching } from '~/domain/training/close-coaching.server';
import { coachForm } from '~/domain/training/coach-form';
import { readCoachList } from '~/domain/training/read-coach-list.server';
import { useWords, wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { keepingTyped, showKeptForm } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { saveForm } from '~/web/save-form.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).coaching.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, now } = await requireRight(args, 'operator');
  const lines = await readCoachList(app.db, { merchantIds: 'all', now });
  return { lines, kept: showKeptForm(args, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireRight(args, 'operator').catch(keepingTyped(args));
  return saveForm(args, asked, {
    schema: coachForm,
    save: (tx, form) => closeCoaching(tx, { ...form, among: 'all', by: asked.person.id, now: asked.now }),
    to: '/operator/pendampingan',
  });
}

export default function OperatorCoaching() {
  const { coaching } = useWords();
  const { lines, kept } = useLoaderData<typeof loader>();
  const failed: CoachListProps['failed'] = useShownForm<typeof action>(kept);
  return (
    <OperatorPage title={coaching.title} lead={coaching.lead} current="home">
      <CoachList lines={lines} mayClose failed={failed} />
    </OperatorPage>
  );
}
