import { MerchantPage } from '~/components/layout/merchant-page';
import { OwnCertificate } from '~/components/training/own-certificate';
import { mayDo } from '~/domain/identity/rights';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { certificateState, printable } from '~/domain/training/certificate';
import { issueCertificate } from '~/domain/training/issue-certificate.server';
import { readLastCertificate } from '~/domain/training/read-certificate.server';
import { readProgress } from '~/domain/training/read-progress.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { regionName } from '~/shared/regions';
import { answerNotFound, redirectTo, refusalResponse } from '~/web/answer.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).certificates.own.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, visitor, now } = await requireRight(args, 'merchant.view', merchantId);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  const last = await readLastCertificate(app.db, merchantId);
  const lessons = await readProgress(app.db, { merchantId, now });
  return {
    merchant: { id: merchant.id, name: merchant.stallName },
    lessons: lessons.map(({ slug, passed, act, complete }) => ({ slug, passed, isActDone: act.done, complete })),
    certificate: last && {
      code: last.code,
      state: certificateState(last, now),
      againFrom: last.againFrom !== null && now < last.againFrom ? last.againFrom : null,
    },
    names: {
      stall: printable(merchant.stallName),
      holder: printable(merchant.ownerName ?? ''),
      city: regionName(merchant.regionCode),
    },
    isOwner: mayDo(visitor.memberships, 'merchant.money', merchantId),
  };
}

/** Issued by the owner alone: her name goes to a page that anybody with the number can read. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.money', merchantId);
  const issued = await app.inTransaction((tx) => issueCertificate(tx, { merchantId, personId: person.id, now }));
  if (!issued.ok) return refusalResponse(issued.refusal, language);
  return redirectTo(`/belajar/${merchantId}/sertifikat`, language);
}

export default function MerchantCertificate() {
  const { certificates, training } = useWords();
  const language = useLanguage();
  const { merchant, ...data } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <MerchantPage
      title={certificates.own.title}
      lead={certificates.own.lead}
      merchant={merchant}
      current="learn"
      width="wide"
      back={{ href: pathTo(`/belajar/${merchant.id}`, language), label: training.backToCourse }}
    >
      <OwnCertificate merchantId={merchant.id} {...data} refused={failed?.refusal?.text} />
    </MerchantPage>
  );
}
