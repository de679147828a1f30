import { MerchantPage } from '~/components/layout/merchant-page';
import { OnlyAnswer } from '~/components/ui/only-answer';
import { requestSignInCode } from '~/domain/identity/request-sign-in-code.server';
import { readOwnMerchant } from '~/domain/merchants/read-own-merchant.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { redirectTo, refusalResponse } from '~/web/answer.server';
import { requireOwn } from '~/web/own.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';

/** Only the answer to a refused sending lives here. */
export async function loader(args: LoaderFunctionArgs) {
  const { own } = await requireOwn(args, 'merchant.money', readOwnMerchant);
  return own.merchant;
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'merchant.money', readOwnMerchant);
  const { phone } = person;
  const page = `/usaha/${own.merchant.id}/rekening`;
  if (!phone) return redirectTo(page, language);
  const sent = await requestSignInCode(app, { phone, sender: args.context.address, language, now });
  return sent.ok ? redirectTo(`${page}?kode=terkirim`, language) : refusalResponse(sent.refusal, language);
}

export default function PayoutAccountCode() {
  const words = useWords().review.payout;
  const language = useLanguage();
  const merchant = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  // A code sent a moment ago still works, so the way back leads to its form.
  const back = { href: pathTo(`/usaha/${merchant.id}/rekening?kode=terkirim`, language), label: words.title };
  return (
    <MerchantPage title={words.title} merchant={merchant} current="sales" width="narrow" back={back}>
      <OnlyAnswer refusal={failed?.refusal} />
    </MerchantPage>
  );
}
