import { MerchantPage } from '~/components/layout/merchant-page';
import { OnlyAnswer } from '~/components/ui/only-answer';
import { endMember } from '~/domain/identity/end-member.server';
import { ROLES } from '~/domain/identity/identity';
import { readMembers } from '~/domain/identity/read-memberships.server';
import { useLanguage, useWords } from '~/i18n';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { answerNotFound, redirectTo, refusalResponse } from '~/web/answer.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';
import { openTeam } from './team-door.server';

/** Only the answer to a refused act lives here. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, merchant, scope } = await openTeam(args, 'merchant.team');
  const members = await readMembers(app.db, scope);
  if (!members.some(({ personId }) => personId === args.params.personId)) throw answerNotFound();
  return { merchant };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, scope, merchant, language, now } = await openTeam(args, 'merchant.team');
  const personId = parseId('psn', args.params.personId);
  const role = ROLES.merchant.find((known) => known === args.params.role);
  if (!personId || !role) throw answerNotFound();
  const ended = await app.inTransaction((tx) => endMember(tx, { ...scope, personId, role, endedBy: person.id, now }));
  if (!ended.ok) return refusalResponse(ended.refusal, language);
  return redirectTo(`/usaha/${merchant.id}/tim?kabar=berakhir`, language);
}

export default function TeamMemberEnd() {
  const { team, stallPhones } = useWords().people;
  const { merchant } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const back = { href: pathTo(`/usaha/${merchant.id}/tim`, useLanguage()), label: stallPhones.toTeam };
  return (
    <MerchantPage title={team.end} merchant={merchant} current="home" back={back}>
      <OnlyAnswer refusal={failed?.refusal} />
    </MerchantPage>
  );
}
