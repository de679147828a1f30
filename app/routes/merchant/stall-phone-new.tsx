import { MerchantPage } from '~/components/layout/merchant-page';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { makeStallPhone } from '~/domain/identity/make-stall-phone.server';
import { stallPhoneForm } from '~/domain/identity/team-form';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { saveForm } from '~/web/save-form.server';
import { openTeam } from './team-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.stallPhones.add} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { merchant } = await openTeam(args, 'merchant.team');
  return { merchant };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await openTeam(args, 'merchant.team');
  const { app, person, merchantId, now } = asked;
  const { secrets } = app.ports;
  return saveForm(args, asked, {
    schema: stallPhoneForm,
    save: (tx, { name }) => makeStallPhone(tx, { merchantId, cashierName: name, madeBy: person.id, secrets, now }),
    to: (stallPhoneId) => `/usaha/${merchantId}/tim/hp-lapak/${stallPhoneId}`,
  });
}

export default function StallPhoneNew() {
  const words = useWords().people.stallPhones;
  const { merchant } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <MerchantPage
      title={words.add}
      lead={words.lead}
      merchant={merchant}
      current="home"
      width="narrow"
      back={{ href: pathTo(`/usaha/${merchant.id}/tim`, useLanguage()), label: words.toTeam }}
    >
      <RefusalNotice refusal={failed?.refusal} tone="attention" />
      <Form errors={failed?.errors} typed={failed?.typed} summary={false}>
        <TextField name="name" label={words.cashier} hint={words.cashierHint} autoComplete="off" maxLength={60} />
        <Button variant="primary" wide>
          {words.make}
        </Button>
      </Form>
    </MerchantPage>
  );
}
