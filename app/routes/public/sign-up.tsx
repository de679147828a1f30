import { SignUpFrame } from '~/components/merchant/sign-up-frame';
import { Button } from '~/components/ui/button';
import { TextField } from '~/components/ui/text-field';
import { readSignUp } from '~/domain/merchants/read-sign-up.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { redirectTo } from '~/web/answer.server';
import type { LoaderFunctionArgs, MetaFunction } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.signUp.meta} · Pestarasa` },
];

/** First screen: the phone. Whoever is signed in goes on where she stopped, on whatever phone that was. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'public');
  if (!person) return null;
  const draft = await readSignUp(app.db, person.id);
  throw redirectTo(draft.merchantId ? '/daftar/menu' : '/daftar/usaha', language);
}

export default function SignUp() {
  const { merchants, common } = useWords();
  const language = useLanguage();
  const words = merchants.signUp;
  const next = pathTo('/daftar', language);
  return (
    <SignUpFrame step={1} lead={words.lead}>
      <form method="post" action={pathTo('/masuk', language)} className="form">
        <input type="hidden" name="lanjut" value={next} />
        <TextField
          name="phone"
          label={words.phone}
          hint={words.phoneLead}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
        />
        <Button variant="primary" wide>
          {words.sendCode}
        </Button>
      </form>
      <ul className="plain-list">
        <li>
          {words.hasAccount} <a href={pathTo('/masuk', language)}>{common.signIn}</a>
        </li>
        <li>
          {words.hasPaper} <a href={pathTo('/klaim', language)}>{words.claim}</a>
        </li>
      </ul>
    </SignUpFrame>
  );
}
