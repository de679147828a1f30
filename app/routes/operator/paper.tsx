import { OperatorPage } from '~/components/layout/operator-page';
import { PaperToCheck } from '~/components/paper/paper-to-check';
import { INSTALLATION } from '~/domain/identity/identity';
import { mayDo } from '~/domain/identity/rights';
import { checkDocument } from '~/domain/merchants/check-document.server';
import { checkForm } from '~/domain/merchants/document-form';
import { readHeldPaper } from '~/domain/merchants/read-paper.server';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { keepingTyped, keptFormDone, showKeptForm } from '~/web/kept-form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useShownForm,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

async function readAsked(args: LoaderFunctionArgs) {
  const asked = await requireRight(args, 'verifier').catch(keepingTyped(args));
  const found = await readHeldPaper(asked.app.db, args.params);
  if (!found) throw answerNotFound();
  return { ...asked, ...found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, visitor, merchant, paper } = await readAsked(args);
  const isOperator = mayDo(visitor.memberships, 'operator');
  return { merchant, paper, isOperator, kept: showKeptForm(args, person.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, merchant, paper } = await readAsked(args);
  const form = await parseForm(args.request, checkForm);
  if (!form.ok) return formResponse(form);
  const { level: _, ...result } = form.value;
  const order = { merchantId: merchant.id, kind: paper.kind, by: person.id, now, secrets: app.ports.secrets };
  const checked = await app.inTransaction((tx) =>
    checkDocument(tx, { ...order, ...result, level: 'platform', scopeId: INSTALLATION }),
  );
  if (!checked.ok) return refusalResponse(checked.refusal, language, { typed: form.typed });
  return redirectTo('/operator/dokumen', language, keptFormDone(args));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.merchant.name }];

export default function OperatorPaper() {
  const { merchant, paper, isOperator, kept } = useLoaderData<typeof loader>();
  const failed = useShownForm<typeof action>(kept);
  const { merchants, papers: words } = useWords();
  return (
    <OperatorPage
      title={merchants.documentKinds[paper.kind]}
      lead={merchant.name}
      current="papers"
      isVerifierOnly={!isOperator}
      back={{ href: pathTo('/operator/dokumen', useLanguage()), label: words.queueTitle }}
    >
      <PaperToCheck paper={paper} base={`/operator/dokumen/${merchant.id}/${paper.kind}`} failed={failed} />
    </OperatorPage>
  );
}
