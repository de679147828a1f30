import { EditPage } from '~/components/festival/edit-page';
import { BoothField, useControlBack } from '~/components/live/booth-field';
import { TextField } from '~/components/ui/text-field';
import { NOTICE_TEXT_MAX, noticeForm } from '~/domain/festivals/incident';
import { notifyStalls } from '~/domain/festivals/notify-stalls.server';
import { readLineUpBooths } from '~/domain/festivals/read-line-up-booths.server';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { useWords, wordsFor } from '~/i18n';
import { newId } from '~/shared/ids';
import { keepingTyped, showKeptForm } from '~/web/kept-form.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { saveForm } from '~/web/save-form.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  return {
    ...own,
    title: wordsFor(language).live.control.notice.title,
    booths: await readLineUpBooths(app.db, own.festival.id),
    chosen: new URL(args.request.url).searchParams.get('stan') ?? 'all',
    // Of this page only: sent twice it is one notice.
    key: newId('kbr', now),
    kept: showKeptForm(args, person.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'organisation.run', readOrganiserFestival).catch(keepingTyped(args));
  const { person, now, own } = asked;
  const { organisation, festival } = own;
  return saveForm(args, asked, {
    schema: noticeForm,
    save: (tx, { booth: participationId, text, key }) =>
      notifyStalls(tx, { festivalId: festival.id, participationId, text, key, by: person.id, now }),
    to: ({ told }) => `/penyelenggara/${organisation.id}/festival/${festival.id}/kendali?terkirim=${told}`,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ControlNotice() {
  const { title, organisation, festival, booths, chosen, key, kept } = useLoaderData<typeof loader>();
  const { notice } = useWords().live.control;
  return (
    <EditPage
      title={title}
      lead={notice.lead}
      organisation={organisation}
      festival={festival}
      failed={useShownForm<typeof action>(kept)}
      back={useControlBack(organisation.id, festival.id)}
      submit={notice.submit}
    >
      <input type="hidden" name="key" value={key} />
      <BoothField booths={booths} label={notice.to} all={notice.all} value={chosen} />
      <TextField name="text" label={notice.text} hint={notice.hint} maxLength={NOTICE_TEXT_MAX} />
    </EditPage>
  );
}
