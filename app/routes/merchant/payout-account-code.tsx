import { MerchantPage } from '~/components/layout/merchant-page';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { requestSignInCode } from '~/domain/identity/request-sign-in-code.server';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { useLanguage, useWords } from '~/i18n';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo, refusalResponse } from '~/web/answer.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';
import { type PageArgs, requireRight } from '~/web/rights.server';

async function ask(args: PageArgs) {
  const merchantId = parseId('mrc', args.params.merchantId);
  const asked = await requireRight(args, 'merchant.money', merchantId ?? '');
  if (!merchantId) throw answerNotFound();
  return { ...asked, merchantId };
}

/** Only the answer to a refused sending lives here. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, merchantId } = await ask(args);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  return { id: merchant.id, name: merchant.stallName };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, merchantId } = await ask(args);
  const { phone } = person;
  const page = `/usaha/${merchantId}/rekening`;
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
      <RefusalNotice refusal={failed?.refusal} tone="attention" />
    </MerchantPage>
  );
}
