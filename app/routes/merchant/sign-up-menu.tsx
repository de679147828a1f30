import { SignUpFrame } from '~/components/merchant/sign-up-frame';
import { SignUpMenuForm } from '~/components/merchant/sign-up-menu-form';
import { finishSignUp } from '~/domain/menus/finish-sign-up.server';
import { signUpMenuForm } from '~/domain/menus/sign-up-menu-form';
import { signUpAnswersOf } from '~/domain/merchants/merchants';
import { isPublic, readMerchant } from '~/domain/merchants/read-merchant.server';
import { readSignUp } from '~/domain/merchants/read-sign-up.server';
import { saveSignUpAnswers } from '~/domain/merchants/save-sign-up-answers.server';
import { wordsFor } from '~/i18n';
import { newId } from '~/shared/ids';
import { languageOf } from '~/shared/paths';
import { formResponse, pageData, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { keepAnswersSent } from './sign-up-kept.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.signUp.menuTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const headers = await keepAnswersSent(args, { personId: person.id, now });
  const draft = await readSignUp(app.db, person.id);
  const merchant = draft.merchantId ? await readMerchant(app.db, draft.merchantId) : null;
  if (!merchant) throw redirectTo('/daftar/usaha', language);
  const page = (await isPublic(app.db, merchant.id)) ? merchant.slug : null;
  const typed = draft.typed as Record<string, string>;
  return pageData({ personId: person.id, typed, dishId: newId('dsh', now), page }, { headers });
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in').catch(keepingTyped(args));
  const { merchantId } = await readSignUp(app.db, person.id);
  if (!merchantId) return redirectTo('/usaha', language);
  const form = await parseForm(args.request, signUpMenuForm);
  const answers = signUpAnswersOf(form.typed);
  await app.inTransaction((tx) => saveSignUpAnswers(tx, { personId: person.id, answers, now }));
  if (!form.ok) return formResponse(form);
  const { ownerName, category, dishName, dishPrice } = form.value;
  const dish = { dishId: form.value.dishId ?? newId('dsh', now), name: dishName, price: dishPrice };
  const finished = await app.inTransaction((tx) =>
    finishSignUp(tx, { merchantId, personId: person.id, ownerName, category, dish, now }),
  );
  if (!finished.ok) return refusalResponse(finished.refusal, language, { typed: form.typed });
  return redirectTo(`/usaha/${merchantId}?kabar=terdaftar`, language);
}

export default function SignUpMenu() {
  const { personId, typed, dishId, page } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <SignUpFrame step={3}>
      <SignUpMenuForm personId={personId} typed={failed?.typed ?? typed} dishId={dishId} page={page} failed={failed} />
    </SignUpFrame>
  );
}
