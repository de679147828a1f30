import { Refused } from '~/components/festival/refused';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { TextArea } from '~/components/ui/text-area';
import { changeFestivalState } from '~/domain/festivals/change-festival-state.server';
import { whyForm } from '~/domain/festivals/festival-form';
import { readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';

const STATES = {
  mulai: 'running',
  tunda: 'postponed',
  batal: 'cancelled',
  selesai: 'finished',
  lanjut: 'resume',
} as const;
type Step = keyof typeof STATES;

async function readAsked(args: LoaderFunctionArgs) {
  const asked = await requireOwn(args, 'organisation.run', readOrganiserFestival).catch(keepingTyped(args));
  const step = args.params.step ?? '';
  if (!Object.hasOwn(STATES, step)) throw answerNotFound();
  return { ...asked, ...asked.own, step: step as Step };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, organisation, festival, step } = await readAsked(args);
  const kept = showKeptForm(args, person.id);
  return { title: festival.name, organisation, festival, to: STATES[step], kept };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, organisation, festival, step } = await readAsked(args);
  const to = STATES[step];
  let why: string | null = null;
  if (to === 'postponed' || to === 'cancelled') {
    const form = await parseForm(args.request, whyForm);
    if (!form.ok) return formResponse(form);
    why = form.value.why;
  }
  const changed = await app.inTransaction((tx) =>
    changeFestivalState(tx, { festivalId: festival.id, to, why, by: person.id, now }),
  );
  if (!changed.ok) return refusalResponse(changed.refusal, language, { typed: { why: why ?? '' } });
  return redirectTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, language, keptFormDone(args));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ChangeState() {
  const { organisation, festival, to, kept } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const { common, festivals } = useWords();
  const href = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, useLanguage());
  const back = { href, label: common.backTo(festival.name) };
  const reasoned = to === 'postponed' || to === 'cancelled' ? festivals.change[to] : null;
  const plain = { running: festivals.page.start, finished: festivals.page.finish, resume: festivals.page.resume };
  return (
    <OrganiserPage
      title={reasoned?.title ?? plain[to as keyof typeof plain]}
      lead={reasoned?.lead}
      organisation={organisation}
      festival={festival}
      back={back}
      width="narrow"
    >
      <Refused refusal={failed?.refusal} back={back} />
      <Form errors={failed?.errors} typed={failed?.typed}>
        {reasoned ? <TextArea name="why" label={reasoned.why} hint={reasoned.hint} maxLength={300} /> : null}
        <Button variant={to === 'cancelled' ? 'danger' : 'primary'} wide>
          {reasoned?.submit ?? plain[to as keyof typeof plain]}
        </Button>
      </Form>
    </OrganiserPage>
  );
}
