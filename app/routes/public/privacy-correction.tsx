import { PublicPage } from '~/components/layout/public-page';
import { Button } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextArea } from '~/components/ui/text-area';
import { askRequest } from '~/domain/privacy/ask-request.server';
import { correctionForm } from '~/domain/privacy/correction-form';
import { CORRECTION_FIELDS } from '~/domain/privacy/privacy';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { formResponse, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).privacy.correction.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await requireRight(args, 'signed_in');
  return { kept: showKeptForm(args, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in').catch(keepingTyped(args));
  const form = await parseForm(args.request, correctionForm);
  if (!form.ok) return formResponse(form);
  await app.inTransaction((tx) =>
    askRequest(tx, { personId: person.id, kind: 'correction', correction: form.value, now }),
  );
  return redirectTo('/privasi#permintaan', language, keptFormDone(args));
}

export default function PrivacyCorrection() {
  const { privacy } = useWords();
  const words = privacy.correction;
  const language = useLanguage();
  const failed = useShownForm<typeof action>(useLoaderData<typeof loader>().kept);
  const back = { href: pathTo('/privasi', language), label: privacy.title };
  return (
    <PublicPage title={words.title} lead={words.lead} width="narrow" back={back} signedIn>
      <div className="stack">
        <p>{words.elsewhere}</p>
        <RefusalNotice refusal={failed?.refusal} tone="attention" />
        <Form errors={failed?.errors} typed={failed?.typed}>
          <ChoiceField
            name="field"
            label={words.field}
            choices={CORRECTION_FIELDS.map((field) => ({ value: field, label: words.fields[field] }))}
          />
          <TextArea name="wanted" label={words.wanted} hint={words.wantedHint} maxLength={1_000} />
          <Button variant="primary" wide>
            {words.send}
          </Button>
        </Form>
      </div>
    </PublicPage>
  );
}
