import { InvitationList } from '~/components/identity/invitation-list';
import { InviteForm } from '~/components/identity/invite-form';
import { MemberList } from '~/components/identity/member-list';
import { OperatorPage } from '~/components/layout/operator-page';
import { Card } from '~/components/ui/card';
import { ROLES } from '~/domain/identity/identity';
import { invite } from '~/domain/identity/invite.server';
import { inviteForm } from '~/domain/identity/organisation-form';
import { readInvitationsOf } from '~/domain/identity/read-invitations.server';
import { readMembers } from '~/domain/identity/read-memberships.server';
import { readOrganisation } from '~/domain/identity/read-organisations.server';
import { useLanguage, useWords } from '~/i18n';
import { parseId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { maskPhone } from '~/shared/phone';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { type PageArgs, requireRight } from '~/web/rights.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.organisation.name} · Pestarasa` }];

async function ask(args: PageArgs) {
  const asked = await requireRight(args, 'operator');
  const id = parseId('org', args.params.organisationId);
  const organisation = id && (await readOrganisation(asked.app.db, id));
  if (!organisation) throw answerNotFound();
  return { ...asked, organisation };
}

export async function loader(args: LoaderFunctionArgs) {
  const { app, organisation, now } = await ask(args);
  const scope = { scopeKind: 'organisation', scopeId: organisation.id } as const;
  const [members, invitations] = await Promise.all([
    readMembers(app.db, scope),
    readInvitationsOf(app.db, { ...scope, now }),
  ]);
  return {
    organisation,
    members: members.map((member) => ({ ...member, phone: member.phone && maskPhone(member.phone) })),
    invitations: invitations.map((invitation) => ({ ...invitation, phone: maskPhone(invitation.phone) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { app, organisation, person, language, now } = await ask(args);
  const form = await parseForm(args.request, inviteForm);
  if (!form.ok) return formResponse(form);
  const scope = { scopeKind: 'organisation', scopeId: organisation.id, scopeName: organisation.name } as const;
  const invited = await app.inTransaction((tx) =>
    invite(tx, { ...form.value, ...scope, createdBy: person.id, language: 'id', now }),
  );
  if (!invited.ok) return refusalResponse(invited.refusal, language, { typed: form.typed });
  return redirectTo(`/operator/lembaga/${organisation.id}`, language);
}

export default function Organisation() {
  const words = useWords().operator;
  const language = useLanguage();
  const { organisation, members, invitations } = useLoaderData<typeof loader>();
  const base = pathTo('/operator/lembaga', language);
  return (
    <OperatorPage
      title={organisation.name}
      lead={words.organisations.kinds[organisation.kind]}
      back={{ href: base, label: words.organisation.back }}
      current="organisations"
    >
      <div className="stack">
        <Card title={words.organisation.members}>
          <MemberList members={members} base={`${base}/${organisation.id}`} />
        </Card>
        {invitations.length > 0 ? (
          <Card title={words.organisation.invitations}>
            <InvitationList invitations={invitations} base={`${base}/${organisation.id}`} />
          </Card>
        ) : null}
        <Card title={words.organisation.invite}>
          <InviteForm roles={ROLES.organisation} failed={useActionData<typeof action>()} />
        </Card>
      </div>
    </OperatorPage>
  );
}
