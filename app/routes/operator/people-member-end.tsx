import { OperatorPage } from '~/components/layout/operator-page';
import { OnlyAnswer } from '~/components/ui/only-answer';
import { endMember } from '~/domain/identity/end-member.server';
import { INSTALLATION, ROLES } from '~/domain/identity/identity';
import { useLanguage, useWords } from '~/i18n';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo, refusalResponse } from '~/web/answer.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Only the answer to a refused act lives here. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRight(args, 'operator');
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'operator');
  const personId = parseId('psn', args.params.personId);
  const role = ROLES.installation.find((known) => known === args.params.role);
  if (!personId || !role) throw answerNotFound();
  const scope = { scopeKind: 'installation', scopeId: INSTALLATION } as const;
  const ended = await app.inTransaction((tx) => endMember(tx, { ...scope, personId, role, endedBy: person.id, now }));
  if (!ended.ok) return refusalResponse(ended.refusal, language);
  return redirectTo('/operator/orang', language);
}

export default function PeopleMemberEnd() {
  const { operator, review } = useWords();
  const failed = useActionData<typeof action>();
  const back = { href: pathTo('/operator/orang', useLanguage()), label: review.people.title };
  return (
    <OperatorPage title={operator.organisation.end} back={back} current="review">
      <OnlyAnswer refusal={failed?.refusal} />
    </OperatorPage>
  );
}
