import { MerchantPage } from '~/components/layout/merchant-page';
import { DocumentForm } from '~/components/merchant/document-form';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { documentForm } from '~/domain/merchants/document-form';
import { checkDocumentNumber } from '~/domain/merchants/document-number';
import { isDocumentKind } from '~/domain/merchants/merchants';
import { readDocumentNumber, readDocuments } from '~/domain/merchants/read-documents.server';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.documents.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { kind } = args.params;
  // The number is opened here, so this page is for those who may change it.
  const { app, now } = await requireRight(args, 'merchant.edit', merchantId);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant || !isDocumentKind(kind)) throw answerNotFound();
  const declared = (await readDocuments(app.db, merchantId)).find((each) => each.kind === kind) ?? null;
  const number = await readDocumentNumber(app.db, { merchantId, kind, secrets: app.ports.secrets });
  const demo = app.config.mode === 'demo';
  const checked =
    number === null ? null : checkDocumentNumber(kind, number, { year: new Date(now).getUTCFullYear(), demo });
  const warnings = checked?.ok ? checked.value.warnings : [];
  return { id: merchant.id, name: merchant.stallName, kind, declared, number, warnings };
}

export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { kind } = args.params;
  const { app, person, language, now } = await requireRight(args, 'merchant.edit', merchantId);
  if (!isDocumentKind(kind)) throw answerNotFound();
  const form = await parseForm(args.request, documentForm);
  if (!form.ok) return formResponse(form);
  const { secrets } = app.ports;
  const demo = app.config.mode === 'demo';
  const declared = await app.inTransaction((tx) =>
    declareDocument(tx, { ...form.value, merchantId, kind, by: person.id, secrets, demo, now }),
  );
  if (!declared.ok && declared.refusal.code === 'paper_number_wrong') {
    const { code, ...data } = declared.refusal.problem;
    return formResponse({ ok: false, errors: { number: { code, data } }, typed: form.typed });
  }
  if (!declared.ok) return refusalResponse(declared.refusal, language, { typed: form.typed });
  // An odd number is kept; its page shows what to compare.
  const oddOnes = declared.value.warnings.length > 0;
  return redirectTo(`/usaha/${merchantId}/dokumen${oddOnes ? `/${kind}` : ''}`, language);
}

export default function Document() {
  const { merchants } = useWords();
  const language = useLanguage();
  const { id, name, kind, ...rest } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <MerchantPage
      title={merchants.documentKinds[kind]}
      merchant={{ id, name }}
      current="home"
      width="narrow"
      back={{ href: pathTo(`/usaha/${id}/dokumen`, language), label: merchants.documents.back }}
    >
      <DocumentForm kind={kind} {...rest} failed={failed} />
    </MerchantPage>
  );
}
