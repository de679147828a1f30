import { InvitationList } from '~/components/identity/invitation-list';
import { InviteForm } from '~/components/identity/invite-form';
import { MemberList } from '~/components/identity/member-list';
import { OperatorPage } from '~/components/layout/operator-page';
import { Card } from '~/components/ui/card';
import { INSTALLATION } from '~/domain/identity/identity';
import { invite } from '~/domain/identity/invite.server';
import { inviteToHouseForm } from '~/domain/identity/organisation-form';
import { readInvitationsOf } from '~/domain/identity/read-invitations.server';
import { readMembers } from '~/domain/identity/read-memberships.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { maskPhone } from '~/shared/phone';
import { formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const SCOPE = { scopeKind: 'installation', scopeId: INSTALLATION } as const;

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).review.people.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'operator');
  const [members, invitations] = await Promise.all([
    readMembers(app.db, SCOPE),
    readInvitationsOf(app.db, { ...SCOPE, now }),
  ]);
  return {
    members: members.map((member) => ({ ...member, phone: member.phone && maskPhone(member.phone) })),
    invitations: invitations.map((invitation) => ({ ...invitation, phone: maskPhone(invitation.phone) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'operator');
  const form = await parseForm(args.request, inviteToHouseForm);
  if (!form.ok) return formResponse(form);
  const invited = await app.inTransaction((tx) =>
    invite(tx, { ...form.value, ...SCOPE, scopeName: 'Pestarasa', createdBy: person.id, language: 'id', now }),
  );
  if (!invited.ok) return refusalResponse(invited.refusal, language, { typed: form.typed });
  return redirectTo('/operator/orang', language);
}

export default function People() {
  const { review, operator } = useWords();
  const language = useLanguage();
  const { members, invitations } = useLoaderData<typeof loader>();
  const base = pathTo('/operator/orang', language);
  const back = { href: pathTo('/operator/periksa', language), label: review.people.back };
  return (
    <OperatorPage title={review.people.title} lead={review.people.lead} back={back} current="review">
      <div className="stack">
        <Card title={review.people.members}>
          <MemberList members={members} base={base} />
        </Card>
        {invitations.length > 0 ? (
          <Card title={operator.organisation.invitations}>
            <InvitationList invitations={invitations} base={base} />
          </Card>
        ) : null}
        <Card title={operator.organisation.invite}>
          <InviteForm roles={['verifier', 'operator']} failed={useActionData<typeof action>()} />
        </Card>
      </div>
    </OperatorPage>
  );
}
