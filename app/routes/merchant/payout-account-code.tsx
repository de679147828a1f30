import { PayoutAccountPage } from '~/components/merchant/payout-account-page';
import { requestSignInCode } from '~/domain/identity/request-sign-in-code.server';
import { readOwnMerchant } from '~/domain/merchants/read-own-merchant.server';
import { wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { redirectTo, refusalResponse } from '~/web/answer.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { loadPayoutAccountPage } from './payout-account-page.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).review.payout.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  return loadPayoutAccountPage(args);
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'merchant.money', readOwnMerchant);
  const { phone } = person;
  const page = `/usaha/${own.merchant.id}/rekening`;
  if (!phone) return redirectTo(page, language);
  const sent = await requestSignInCode(app, { phone, sender: args.context.address, language, now });
  return sent.ok ? redirectTo(`${page}?kode=terkirim`, language) : refusalResponse(sent.refusal, language);
}

/** The page she tapped on, with why no code was sent beside the tap. */
export default function PayoutAccountCode() {
  const { kept, ...data } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  // A code sent a moment ago still works, so its form stands there.
  const wasSent = refusal?.code === 'code_too_soon';
  return (
    <PayoutAccountPage
      {...data}
      proof={wasSent ? 'code' : data.proof}
      isCodeSent={wasSent || data.isCodeSent}
      failed={kept ?? undefined}
      codeRefused={refusal}
    />
  );
}
