import { ShopFormPage } from '~/components/merchant/shop-form-page';
import { ChoiceField } from '~/components/ui/choice-field';
import { TextField } from '~/components/ui/text-field';
import { contactsForm } from '~/domain/merchants/contacts-form';
import { readContacts } from '~/domain/merchants/read-contacts.server';
import { readOwnMerchant } from '~/domain/merchants/read-own-merchant.server';
import { setContacts } from '~/domain/merchants/set-contacts.server';
import { useWords, wordsFor } from '~/i18n';
import { formatPhone } from '~/i18n/format';
import { languageOf } from '~/shared/paths';
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

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.contacts.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, own } = await requireOwn(args, 'merchant.edit', readOwnMerchant);
  const { members, complaints, emergency } = await readContacts(app.db, own.merchant.id);
  return {
    ...own,
    members: members.map(({ personId, name, phone, role }) => ({ personId, name, phone, role })),
    complaints,
    emergency,
    isSaved: new URL(args.request.url).searchParams.has('simpan'),
    kept: showKeptForm(args, person.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'merchant.edit', readOwnMerchant).catch(keepingTyped(args));
  const { id: merchantId } = asked.own.merchant;
  return saveForm(args, asked, {
    schema: contactsForm,
    save: (tx, contacts) => setContacts(tx, { merchantId, ...contacts, by: asked.person.id, now: asked.now }),
    to: `/usaha/${merchantId}/kontak?simpan=1`,
  });
}

export default function Contacts() {
  const { merchants, identity } = useWords();
  const words = merchants.contacts;
  const { merchant, members, complaints, emergency, isSaved, kept } = useLoaderData<typeof loader>();
  return (
    <ShopFormPage
      title={words.title}
      lead={words.lead}
      merchant={merchant}
      current="home"
      back={{ path: `/usaha/${merchant.id}`, label: merchants.profile.back }}
      isSaved={isSaved}
      failed={useShownForm<typeof action>(kept)}
    >
      <ChoiceField
        name="complaints"
        label={words.complaints}
        hint={words.complaintsHint}
        value={complaints}
        choices={members.map(({ personId, name, phone, role }) => ({
          value: personId,
          label: name ?? (phone ? formatPhone(phone) : personId),
          note: identity.roles[role],
        }))}
      />
      <TextField
        name="emergency"
        label={words.emergency}
        hint={words.emergencyHint}
        value={emergency ? formatPhone(emergency) : undefined}
        inputMode="tel"
        autoComplete="tel"
      />
    </ShopFormPage>
  );
}
