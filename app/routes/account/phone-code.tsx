import { AccountPage } from '~/components/layout/account-page';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { askPhoneChange } from '~/domain/identity/ask-phone-change.server';
import { codeForm } from '~/domain/identity/phone-form';
import { useWords, wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { showPhone } from '~/shared/phone';
import { formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { clearPendingPhone, readPendingPhone } from '~/web/pending-phone.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.account.codeTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, language } = await requireRight(args, 'signed_in');
  const phone = readPendingPhone(args.request, app.ports.secrets);
  if (!phone) throw redirectTo('/akun/nomor-hp', language);
  return { phone: showPhone(phone) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, visitor, person, language } = await requireRight(args, 'signed_in');
  const toPhone = readPendingPhone(args.request, app.ports.secrets);
  if (!toPhone || !person.phone) return redirectTo('/akun/nomor-hp', language);
  const form = await parseForm(args.request, codeForm);
  if (!form.ok) return formResponse(form);
  const who = { personId: person.id, sessionId: visitor.id, fromPhone: person.phone };
  const asked = await askPhoneChange(app, { ...who, toPhone, code: form.value.code, language });
  if (!asked.ok) return refusalResponse(asked.refusal, language);
  return redirectTo('/akun/nomor-hp', language, { 'Set-Cookie': clearPendingPhone(args.request) });
}

export default function PhoneCode() {
  const { people, identity } = useWords();
  const { account } = people;
  const { phone } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <AccountPage title={account.codeTitle} lead={account.codeLead(phone)}>
      <RefusalNotice refusal={failed?.refusal} tone="attention" />
      <Form errors={failed?.errors} summary={false}>
        <TextField
          name="code"
          label={identity.signIn.code}
          hint={identity.signIn.codeHint}
          code
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
        />
        <Button variant="primary" wide>
          {account.ask}
        </Button>
      </Form>
      <p className="soft">{account.why}</p>
    </AccountPage>
  );
}
