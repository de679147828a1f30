import { OrganiserPage } from '~/components/layout/organiser-page';
import { CoachList, type CoachListProps } from '~/components/training/coach-list';
import { readCoachedMerchants } from '~/domain/festivals/read-coached-merchants.server';
import { readOrganisationName } from '~/domain/festivals/read-organiser-festival.server';
import { mayDo } from '~/domain/identity/rights';
import { closeCoaching } from '~/domain/training/close-coaching.server';
import { coachForm } from '~/domain/training/coach-form';
import { readCoachList } from '~/domain/training/read-coach-list.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import type { OrganisationId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
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
  const organisationId = args.params.organisationId as OrganisationId;
  const { app, person, visitor, now } = await requireRight(args, 'organisation.view', organisationId);
  const organisation = await readOrganisationName(app.db, organisationId);
  if (!organisation) throw answerNotFound();
  const merchantIds = await readCoachedMerchants(app.db, organisationId);
  const entries = await readCoachList(app.db, { merchantIds, now });
  return {
    organisation,
    // A number she gave the site is not this organisation's; one that it brought itself is.
    lines: entries.map(({ importedBy, phone, ...line }) => ({
      ...line,
      phone: importedBy === organisationId ? phone : null,
    })),
    kept: showKeptForm(args, person.id),
    mayClose: mayDo(visitor.memberships, 'organisation.run', organisationId),
  };
}

export async function action(args: ActionFunctionArgs) {
  const organisationId = args.params.organisationId as OrganisationId;
  const asked = await requireRight(args, 'organisation.run', organisationId).catch(keepingTyped(args));
  const among = await readCoachedMerchants(asked.app.db, organisationId);
  return saveForm(args, asked, {
    schema: coachForm,
    save: (tx, form) => closeCoaching(tx, { ...form, among, by: asked.person.id, now: asked.now }),
    to: `/penyelenggara/${organisationId}/pendampingan`,
  });
}

export default function Coaching() {
  const { coaching } = useWords();
  const { organisation, kept, ...data } = useLoaderData<typeof loader>();
  const failed: CoachListProps['failed'] = useShownForm<typeof action>(kept);
  const back = { href: pathTo(`/penyelenggara/${organisation.id}`, useLanguage()), label: organisation.name };
  return (
    <OrganiserPage
      title={coaching.title}
      lead={coaching.lead}
      organisation={organisation}
      current="festivals"
      back={back}
    >
      <CoachList {...data} failed={failed} />
    </OrganiserPage>
  );
}
