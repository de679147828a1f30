import { ShopFormPage } from '~/components/merchant/shop-form-page';
import { Notice } from '~/components/ui/notice';
import { SelectField } from '~/components/ui/select-field';
import { readOwnMerchant } from '~/domain/merchants/read-own-merchant.server';
import { choosePayoutHour } from '~/domain/wallet/choose-payout-hour.server';
import { payoutHourForm } from '~/domain/wallet/money-habits-form';
import { readPayoutHour } from '~/domain/wallet/read-money-habits.server';
import { useWords, wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { accept } from '~/shared/result';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { saveForm } from '~/web/save-form.server';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}.00 WIB`,
}));

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).wallet.payoutHour.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, own } = await requireOwn(args, 'merchant.money', readOwnMerchant);
  const hour = await readPayoutHour(app.db, own.merchant.id);
  return { ...own, hour, isSaved: new URL(args.request.url).searchParams.has('simpan') };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireOwn(args, 'merchant.money', readOwnMerchant);
  const { id: merchantId } = asked.own.merchant;
  return saveForm(args, asked, {
    schema: payoutHourForm,
    save: async (tx, { hour }) => {
      await choosePayoutHour(tx, { merchantId, hour, by: asked.person.id, now: asked.now });
      return accept();
    },
    to: `/usaha/${merchantId}/dompet/jadwal?simpan=1`,
  });
}

export default function PayoutHour() {
  const { wallet } = useWords();
  const words = wallet.payoutHour;
  const { merchant, hour, isSaved } = useLoaderData<typeof loader>();
  return (
    <ShopFormPage
      title={words.title}
      lead={words.lead}
      merchant={merchant}
      current="sales"
      back={{ path: `/usaha/${merchant.id}/dompet`, label: wallet.merchant.title }}
      isSaved={isSaved}
      failed={useActionData<typeof action>()}
      intro={<Notice>{words.notYet}</Notice>}
    >
      <SelectField
        name="hour"
        label={words.hour}
        hint={words.hint}
        value={hour === null ? null : String(hour)}
        empty={words.empty}
        options={HOURS}
      />
    </ShopFormPage>
  );
}
