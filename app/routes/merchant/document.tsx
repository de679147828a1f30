import { MerchantPage } from '~/components/layout/merchant-page';
import { ReturnedHere } from '~/components/merchant/returned-section';
import { OwnPaperView } from '~/components/paper/own-paper-view';
import { TypedPaperForm } from '~/components/paper/typed-paper-form';
import { helpsUntil } from '~/domain/identity/rights';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { documentForm } from '~/domain/merchants/document-form';
import { isDocumentKind } from '~/domain/merchants/merchants';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readOwnPaper } from '~/domain/merchants/read-paper.server';
import { readHalalDuty } from '~/domain/merchants/read-paper-rules.server';
import { countViewsByOthers } from '~/domain/merchants/read-paper-views.server';
import { readReturnedAt } from '~/domain/merchants/read-sections.server';
import { takePaperFiles } from '~/domain/merchants/take-paper-files.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { dayOf, HOUSE_ZONE } from '~/shared/time';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm, readFormData } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { openToFill } from './fill-door.server';
import { filesOf, paperRefused } from './paper-files.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).merchants.documents.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { kind } = args.params;
  // The number is opened here, so this page is for those who may change it.
  const { app, person, merchantId, help, now } = await openToFill(args);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant || !isDocumentKind(kind)) throw answerNotFound();
  const today = dayOf(now, HOUSE_ZONE);
  const demo = app.config.mode === 'demo';
  const own = await readOwnPaper(app.db, { merchantId, kind, secrets: app.ports.secrets, today, demo });
  const { id, stallName: name, regionCode } = merchant;
  return {
    ...{ id, name, regionCode, kind },
    ...own,
    // Pages are her own people's to see.
    paper: own.paper && { ...own.paper, pages: help.until === null ? own.paper.pages : [] },
    until: help.until,
    seenByOthers: await countViewsByOthers(app.db, { merchantId, kind, viewerId: person.id }),
    halalDuty: kind === 'halal' ? await readHalalDuty(app.db, today) : null,
    returned: await readReturnedAt(app.db, { merchantId, page: `/dokumen/${kind}` }),
    news: new URL(args.request.url).searchParams.get('kabar'),
    kept: showKeptForm(args, person.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { kind } = args.params;
  const { app, person, visitor, language, now } = await requireRight(args, 'merchant.fill', merchantId).catch(
    keepingTyped(args),
  );
  if (!isDocumentKind(kind)) throw answerNotFound();
  const sent = await readFormData(args.request);
  // A helper types; photos of papers are her own people's to give and to see.
  const helping = helpsUntil(visitor.memberships, merchantId) !== null;
  const files = helping ? [] : filesOf(sent);
  const form = await parseForm(sent, documentForm);
  if (!form.ok) return formResponse(form);
  const { typed } = form;
  if (files.length > 0 && form.value.answer !== 'have')
    return formResponse({ ok: false, errors: { answer: { code: 'paper_answer_with_page' } }, typed });
  const paper = { merchantId, kind, by: person.id, now };
  // Pages first and by themselves: a wrong number must not cost her the photo, which no form can keep.
  const taken = await takePaperFiles(app, { ...paper, files });
  if (!taken.ok) return refusalResponse(taken.refusal, language, { typed });
  const { secrets } = app.ports;
  const demo = app.config.mode === 'demo';
  const declared = await app.inTransaction((tx) =>
    declareDocument(tx, { ...form.value, ...paper, source: helping ? 'helper' : 'owner', secrets, demo }),
  );
  if (!declared.ok) return paperRefused(declared.refusal, language, typed);
  const base = `/usaha/${merchantId}/dokumen`;
  const headers = keptFormDone(args);
  if (form.value.answer === 'none_yet') return redirectTo(`${base}/${kind}?kabar=belum`, language, headers);
  // An odd number is kept; its page shows what to compare.
  const staysHere = declared.value.warnings.length > 0 || files.length > 0;
  return redirectTo(staysHere ? `${base}/${kind}?kabar=simpan` : base, language, headers);
}

export default function Document() {
  const { merchants } = useWords();
  const language = useLanguage();
  const { id, name, until, kept, returned, ...shown } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  return (
    <MerchantPage
      title={merchants.documentKinds[shown.kind]}
      merchant={{ id, name }}
      current="home"
      helpsUntil={until}
      width="wide"
      back={{ href: pathTo(`/usaha/${id}/dokumen`, language), label: merchants.documents.back }}
    >
      <div className="stack">
        <ReturnedHere merchantId={id} returned={returned} />
        {until === null ? (
          <OwnPaperView base={`/usaha/${id}/dokumen/${shown.kind}`} {...shown} failed={failed} />
        ) : (
          <TypedPaperForm {...shown} failed={failed} />
        )}
      </div>
    </MerchantPage>
  );
}
