import { CityField } from '~/components/merchant/city-field';
import { KeepAnswers, SignUpFrame } from '~/components/merchant/sign-up-frame';
import { Button } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { STALL_NAME_MAX, signUpAnswersOf } from '~/domain/merchants/merchants';
import { openBusiness } from '~/domain/merchants/open-business.server';
import { readSignUp } from '~/domain/merchants/read-sign-up.server';
import { saveSignUpAnswers } from '~/domain/merchants/save-sign-up-answers.server';
import { signUpBusinessForm } from '~/domain/merchants/sign-up-form';
import { useWords, wordsFor } from '~/i18n';
import { formatTime } from '~/i18n/format';
import { languageOf } from '~/shared/paths';
import { formResponse, pageData, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { keepAnswersSent } from './sign-up-kept.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.signUp.businessTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, now } = await requireRight(args, 'signed_in');
  const headers = await keepAnswersSent(args, { personId: person.id, now });
  const draft = await readSignUp(app.db, person.id);
  const resumed = draft.savedAt === null ? null : formatTime(draft.savedAt, 'Asia/Jakarta');
  return pageData({ personId: person.id, typed: draft.typed as Record<string, string>, resumed }, { headers });
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in').catch(keepingTyped(args));
  const form = await parseForm(args.request, signUpBusinessForm);
  // Kept before it is judged: a wrong city must not cost her the name, not even on another phone.
  const answers = signUpAnswersOf(form.typed);
  await app.inTransaction((tx) => saveSignUpAnswers(tx, { personId: person.id, answers, now }));
  if (!form.ok) return formResponse(form);
  const { stallName, city, consent } = form.value;
  const opened = await app.inTransaction((tx) =>
    openBusiness(tx, {
      personId: person.id,
      phone: person.phone,
      stallName,
      regionCode: city,
      consent: consent === 'yes',
      now,
    }),
  );
  return opened.ok
    ? redirectTo('/daftar/menu', language)
    : refusalResponse(opened.refusal, language, { typed: form.typed });
}

export default function SignUpBusiness() {
  const { merchants, identity } = useWords();
  const { personId, typed, resumed } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const words = merchants.signUp;
  return (
    <SignUpFrame step={2}>
      {resumed && !failed ? <p className="soft">{words.resumed(resumed)}</p> : null}
      <RefusalNotice refusal={failed?.refusal} />
      <KeepAnswers owner={personId}>
        <Form errors={failed?.errors} typed={failed?.typed ?? typed}>
          <TextField
            name="stallName"
            label={words.stallName}
            hint={words.stallNameHint}
            maxLength={STALL_NAME_MAX}
            autoComplete="organization"
          />
          <CityField />
          <ChoiceField
            name="consent"
            label={words.consent}
            hint={identity.consent.publish}
            choices={[
              { value: 'yes', label: words.consentYes },
              { value: 'no', label: words.consentNo },
            ]}
          />
          <Button variant="primary" wide>
            {words.next}
          </Button>
        </Form>
      </KeepAnswers>
    </SignUpFrame>
  );
}
