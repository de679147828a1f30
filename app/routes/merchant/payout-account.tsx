import { PayoutAccountPage } from '~/components/merchant/payout-account-page';
import { readOwnMerchant } from '~/domain/merchants/read-own-merchant.server';
import { payoutAccountForm } from '~/domain/wallet/payout-account-form';
import { type OwnerProof, proveAndPropose } from '~/domain/wallet/prove-and-propose.server';
import { wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { withoutSecrets } from '~/shared/secret-fields';
import { formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone } from '~/web/kept-form.server';
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
  const { app, person, language, own } = await requireOwn(args, 'merchant.money', readOwnMerchant).catch(
    keepingTyped(args),
  );
  const merchantId = own.merchant.id;
  const form = await parseForm(args.request, payoutAccountForm);
  if (!form.ok) return formResponse({ ...form, typed: withoutSecrets(form.typed) });
  const { proof: kind, secret, ...account } = form.value;
  const { phone } = person;
  if (kind === 'code' && !phone) return redirectTo(`/usaha/${merchantId}/rekening`, language);
  const proof: OwnerProof = kind === 'code' && phone ? { code: secret, phone } : { pin: secret };
  const proposed = await proveAndPropose(app, { ...account, merchantId, by: person.id, proof });
  if (!proposed.ok) return refusalResponse(proposed.refusal, language, { typed: withoutSecrets(form.typed) });
  return redirectTo(`/usaha/${merchantId}/rekening`, language, keptFormDone(args));
}

export default function PayoutAccount() {
  const { kept, ...data } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  // After a wrong code the form still asks for a code.
  const asksCode = failed?.typed.proof === 'code';
  return (
    <PayoutAccountPage
      {...data}
      proof={asksCode ? 'code' : data.proof}
      isCodeSent={asksCode || data.isCodeSent}
      failed={failed ?? kept ?? undefined}
    />
  );
}
