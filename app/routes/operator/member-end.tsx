import { OperatorPage } from '~/components/layout/operator-page';
import { OnlyAnswer } from '~/components/ui/only-answer';
import { endMember } from '~/domain/identity/end-member.server';
import { ROLES } from '~/domain/identity/identity';
import { useLanguage, useWords } from '~/i18n';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo, refusalResponse } from '~/web/answer.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useParams } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Only the answer to a refused act lives here. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRight(args, 'operator');
  if (args.request.method === 'GET' && !args.params.organisationId) throw answerNotFound();
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'operator');
  const scopeId = parseId('org', args.params.organisationId);
  const personId = parseId('psn', args.params.personId);
  const role = ROLES.organisation.find((known) => known === args.params.role);
  if (!scopeId || !personId || !role) throw answerNotFound();
  const scope = { scopeKind: 'organisation', scopeId } as const;
  const ended = await app.inTransaction((tx) => endMember(tx, { ...scope, personId, role, endedBy: person.id, now }));
  if (!ended.ok) return refusalResponse(ended.refusal, language);
  return redirectTo(`/operator/lembaga/${scopeId}`, language);
}

export default function MemberEnd() {
  const words = useWords().operator.organisation;
  const failed = useActionData<typeof action>();
  const back = pathTo(`/operator/lembaga/${useParams().organisationId}`, useLanguage());
  return (
    <OperatorPage title={words.end} back={{ href: back, label: words.back }} current="organisations">
      <OnlyAnswer refusal={failed?.refusal} />
    </OperatorPage>
  );
}
