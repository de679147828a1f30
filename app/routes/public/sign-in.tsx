import { PasskeyDoor } from '~/components/identity/passkey-door';
import { PublicPage } from '~/components/layout/public-page';
import { Button, ButtonLink } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { TextField } from '~/components/ui/text-field';
import { signInForm } from '~/domain/identity/phone-form';
import { requestSignInCode } from '~/domain/identity/request-sign-in-code.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { showPhone } from '~/shared/phone';
import { formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { passkeyPlaceOf } from '~/web/passkey.server';
import { writePendingSignIn } from '~/web/pending-sign-in.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { homeOf, readNext } from '~/web/signed-in.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).identity.signIn.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export const handle = { enhance: 'passkey' };

export async function loader(args: LoaderFunctionArgs) {
  const { visitor, language } = await requireRight(args, 'public');
  const next = readNext(new URL(args.request.url).searchParams.get('lanjut'), language);
  const passkey = passkeyPlaceOf(args) !== null;
  if (!visitor) return { next, passkey, signedIn: null };
  const { person, memberships } = visitor;
  const home = next ?? pathTo(homeOf(memberships), language);
  return { next, passkey, signedIn: { phone: person.phone ? showPhone(person.phone) : (person.name ?? ''), home } };
}

export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const form = await parseForm(args.request, signInForm);
  if (!form.ok) return formResponse(form);
  const { phone, lanjut } = form.value;
  const { secrets } = app.ports;
  const sent = await requestSignInCode(app, { phone, sender: args.context.address, language, now });
  const pending = writePendingSignIn(args.request, secrets, { phone, next: readNext(lanjut, language) });
  if (!sent.ok)
    return refusalResponse(sent.refusal, language, { typed: form.typed, headers: { 'Set-Cookie': pending } });
  return redirectTo('/masuk/kode', language, { 'Set-Cookie': pending });
}

export default function SignIn() {
  const { identity } = useWords();
  const words = identity.signIn;
  const language = useLanguage();
  const { next, passkey, signedIn } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <PublicPage title={words.title} lead={words.intro} width="narrow">
      <div className="stack">
        {signedIn ? (
          <Notice ways={<ButtonLink href={signedIn.home}>{words.goOn}</ButtonLink>}>
            {words.alreadyIn(signedIn.phone)}
          </Notice>
        ) : null}
        {failed?.refusal ? (
          <Notice
            tone="attention"
            alert
            ways={<ButtonLink href={pathTo('/masuk/kode', language)}>{words.haveCode}</ButtonLink>}
          >
            {failed.refusal.text}
          </Notice>
        ) : null}
        <Form errors={failed?.errors} typed={failed?.typed} summary={false}>
          {next ? <input type="hidden" name="lanjut" value={next} /> : null}
          <TextField
            name="phone"
            label={words.phone}
            hint={words.phoneHint}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
          />
          <Button variant="primary" wide>
            {words.sendCode}
          </Button>
        </Form>
        {passkey ? <PasskeyDoor next={next} /> : null}
        <p>
          {words.newHere} <a href={pathTo('/daftar', language)}>{words.register}</a>
        </p>
      </div>
    </PublicPage>
  );
}
