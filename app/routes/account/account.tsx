import { PasskeyList } from '~/components/identity/passkey-list';
import { AccountPage } from '~/components/layout/account-page';
import { Icon, type IconName } from '~/components/ui/icon';
import { readPasskeys } from '~/domain/identity/read-passkeys.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { showPhone } from '~/shared/phone';
import { passkeyPlaceOf } from '~/web/passkey.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.account.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person } = await requireRight(args, 'signed_in');
  const passkeys = await readPasskeys(app.db, person.id);
  return {
    name: person.name,
    phone: person.phone && showPhone(person.phone),
    passkeys: passkeys.map(({ passkeyId, name, madeAt, lastUsedAt }) => ({ passkeyId, name, madeAt, lastUsedAt })),
    isHere: passkeyPlaceOf(args) !== null,
  };
}

export default function Account() {
  const { account } = useWords().people;
  const { merchants } = useWords();
  const language = useLanguage();
  const { name, phone, passkeys, isHere } = useLoaderData<typeof loader>();
  const places: [string, string, IconName][] = [
    ['/akun/nomor-hp', account.changePhone, 'phone'],
    ['/perangkat', account.devices, 'lock'],
    ['/usaha', account.businesses, 'stall'],
    ['/bantu', account.help, 'people'],
    ['/dompet', merchants.home.wallet, 'wallet'],
  ];
  return (
    <AccountPage title={account.title} lead={account.lead} isFirst>
      <p>
        <strong>{name ?? account.nobody}</strong>
        {phone ? `, ${phone}` : null}
      </p>
      <ul className="place-links">
        {places.map(([path, label, icon]) => (
          <li key={path}>
            <a href={pathTo(path, language)}>
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
      <PasskeyList passkeys={passkeys} isHere={isHere} />
    </AccountPage>
  );
}
