import { PasskeyOffer } from '~/components/identity/passkey-offer';
import { AccountPage } from '~/components/layout/account-page';
import { PASSKEYS_MAX } from '~/domain/identity/passkey';
import { readPasskeys } from '~/domain/identity/read-passkeys.server';
import { useWords, wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { passkeyPlaceOf } from '~/web/passkey.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { deviceName, readNext } from '~/web/signed-in.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).passkeys.offerTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export const handle = { enhance: 'passkey' };

/** Offered once after a sign-in by code, and linked from the account. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'signed_in');
  const next = readNext(new URL(args.request.url).searchParams.get('lanjut'), language);
  const passkeys = await readPasskeys(app.db, person.id);
  const isFull = passkeys.length >= PASSKEYS_MAX;
  return { next, name: deviceName(args.request), isFull, isHere: passkeyPlaceOf(args) !== null };
}

export default function PasskeyNew() {
  const { passkeys } = useWords();
  const offer = useLoaderData<typeof loader>();
  return (
    <AccountPage title={passkeys.offerTitle} lead={passkeys.offerLead}>
      <PasskeyOffer {...offer} />
    </AccountPage>
  );
}
