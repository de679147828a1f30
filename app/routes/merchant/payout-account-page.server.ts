import { readNumberLooks } from '~/domain/identity/read-number-looks.server';
import { readOwnMerchant } from '~/domain/merchants/read-own-merchant.server';
import { readPayoutAccounts } from '~/domain/wallet/read-payout-account.server';
import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import { pathTo } from '~/shared/paths';
import { maskPhone } from '~/shared/phone';
import { showKeptForm } from '~/web/kept-form.server';
import { requireOwn } from '~/web/own.server';
import type { PageArgs } from '~/web/rights.server';

/** What the page of her payout account shows; the address that sends a code shows the same. */
export async function loadPayoutAccountPage(args: PageArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'merchant.money', readOwnMerchant);
  const { merchant } = own;
  const [accounts, wallet, looks] = await Promise.all([
    readPayoutAccounts(app.db, { merchantId: merchant.id, now }),
    readSpendingAccount(app.db, person.id),
    readNumberLooks(app.db, { merchantId: merchant.id, about: 'payout_account' }),
  ]);
  const isCodeSent = new URL(args.request.url).searchParams.get('kode') === 'terkirim';
  const hasPin = wallet?.hasPin ?? false;
  return {
    merchant,
    accounts,
    looks: looks.map(({ id, at, name }) => ({ id, at, name })),
    hasPin,
    proof: hasPin && !isCodeSent ? ('pin' as const) : ('code' as const),
    phone: person.phone ? maskPhone(person.phone) : null,
    isCodeSent,
    kept: showKeptForm(args, person.id, `/usaha/${merchant.id}/rekening`),
    inbox: app.config.developmentInbox === 'on' ? pathTo('/dev/pesan', language) : null,
  };
}
