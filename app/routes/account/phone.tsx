import { AccountPage } from '~/components/layout/account-page';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { signInForm } from '~/domain/identity/phone-form';
import { readPhoneChange } from '~/domain/identity/read-phone-change.server';
import { requestSignInCode } from '~/domain/identity/request-sign-in-code.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { languageOf, pathTo } from '~/shared/paths';
import { showPhone } from '~/shared/phone';
import { HOUSE_ZONE } from '~/shared/time';
import { formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { writePendingPhone } from '~/web/pending-phone.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.account.changePhone} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person } = await requireRight(args, 'signed_in');
  const latest = await readPhoneChange(app.db, person.id);
  const isOpen = latest !== null && latest.doneAt === null && latest.cancelledAt === null;
  return {
    phone: person.phone ? showPhone(person.phone) : '',
    open: isOpen ? { phone: showPhone(latest.toPhone), effectiveAt: latest.effectiveAt } : null,
    stopped: latest?.cancelledHow ?? null,
  };
}

/** Sends a code to the new number; whose it is is not told before she has shown that she holds it. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const form = await parseForm(args.request, signInForm);
  if (!form.ok) return formResponse(form);
  const { phone } = form.value;
  if (phone === person.phone) return refusalResponse({ code: 'phone_same' }, language, { typed: form.typed });
  const sent = await requestSignInCode(app, { phone, sender: args.context.address, language, now });
  const pending = { 'Set-Cookie': writePendingPhone(args.request, app.ports.secrets, phone) };
  if (!sent.ok) return refusalResponse(sent.refusal, language, { typed: form.typed, headers: pending });
  return redirectTo('/akun/nomor-hp/kode', language, pending);
}

export default function Phone() {
  const { people, identity } = useWords();
  const { account } = people;
  const language = useLanguage();
  const { phone, open, stopped } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const why = { person: account.cancelled, link: account.cancelled, sign_in: account.cancelledBySignIn };
  const said = stopped === 'number_taken' ? account.cancelledTaken : stopped && why[stopped];
  return (
    <AccountPage title={account.changePhone} lead={account.phoneLead(phone)}>
      {open ? (
        <Notice
          tone="attention"
          ways={
            <form method="post" action={pathTo('/akun/nomor-hp/batal', language)}>
              <Button variant="danger">{account.cancel}</Button>
            </form>
          }
        >
          {account.waiting(open.phone, formatDateTime(open.effectiveAt, HOUSE_ZONE, language))}
        </Notice>
      ) : null}
      {!open && said && !failed ? <Notice>{said}</Notice> : null}
      <RefusalNotice refusal={failed?.refusal} tone="attention" />
      {open ? null : (
        <Form errors={failed?.errors} typed={failed?.typed} summary={false}>
          <TextField
            name="phone"
            label={account.newPhone}
            hint={identity.signIn.phoneHint}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
          />
          <Button variant="primary" wide>
            {account.send}
          </Button>
        </Form>
      )}
      <p className="soft">{account.why}</p>
    </AccountPage>
  );
}
