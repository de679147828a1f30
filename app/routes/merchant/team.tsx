import { InvitationList } from '~/components/identity/invitation-list';
import { InviteForm } from '~/components/identity/invite-form';
import { MemberList } from '~/components/identity/member-list';
import { MerchantPage } from '~/components/layout/merchant-page';
import { RightsMatrix } from '~/components/people/rights-matrix';
import { StallPhoneList } from '~/components/people/stall-phone-list';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Notice } from '~/components/ui/notice';
import { invite } from '~/domain/identity/invite.server';
import { readInvitationsOf } from '~/domain/identity/read-invitations.server';
import { readMembers } from '~/domain/identity/read-memberships.server';
import { readStallPhones } from '~/domain/identity/read-stall-phones.server';
import { mayDo } from '~/domain/identity/rights';
import { teamInviteForm } from '~/domain/identity/team-form';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { maskPhone } from '~/shared/phone';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { saveForm } from '~/web/save-form.server';
import { openTeam } from './team-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.team.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, visitor, scope, merchant, merchantId, now } = await openTeam(args, 'merchant.view');
  const [members, invitations, phones] = await Promise.all([
    readMembers(app.db, scope),
    readInvitationsOf(app.db, { ...scope, now }),
    readStallPhones(app.db, { merchantId, secrets: app.ports.secrets, now }),
  ]);
  const atStall = new Set(phones.map(({ personId }) => personId));
  return {
    merchant,
    isOwner: mayDo(visitor.memberships, 'merchant.team', merchantId),
    members: members
      .filter(({ personId }) => !atStall.has(personId))
      .map((member) => ({ ...member, phone: member.phone && maskPhone(member.phone) })),
    invitations: invitations.map((invitation) => ({ ...invitation, phone: maskPhone(invitation.phone) })),
    phones: phones.map(({ pairing, ...phone }) => ({ ...phone, isOpen: pairing !== null })),
    news: new URL(args.request.url).searchParams.get('kabar'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await openTeam(args, 'merchant.team');
  const { person, scope, merchant, now } = asked;
  return saveForm(args, asked, {
    schema: teamInviteForm,
    save: (tx, invited) =>
      invite(tx, { ...invited, ...scope, scopeName: merchant.name, createdBy: person.id, language: 'id', now }),
    to: `/usaha/${merchant.id}/tim?kabar=diundang`,
  });
}

export default function Team() {
  const { team, stallPhones } = useWords().people;
  const language = useLanguage();
  const { merchant, isOwner, members, invitations, phones, news } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const base = pathTo(`/usaha/${merchant.id}/tim`, language);
  const said: Record<string, string> = { diundang: team.invited, berakhir: team.ended, dicabut: stallPhones.revoked };
  return (
    <MerchantPage
      title={team.title}
      lead={team.lead}
      merchant={merchant}
      current="home"
      back={{ href: pathTo(`/usaha/${merchant.id}`, language), label: team.back }}
    >
      <div className="stack">
        {news && said[news] && !failed ? <Notice tone="good">{said[news]}</Notice> : null}
        {isOwner ? null : <Notice>{team.onlyOwner}</Notice>}
        <Card title={stallPhones.title}>
          <p>{stallPhones.lead}</p>
          <StallPhoneList phones={phones} base={base} readOnly={!isOwner} />
          {isOwner ? (
            <ButtonLink variant="primary" icon="phone" href={`${base}/hp-lapak`}>
              {stallPhones.add}
            </ButtonLink>
          ) : null}
        </Card>
        <Card title={team.members}>
          <MemberList members={members} base={base} readOnly={!isOwner} />
        </Card>
        {isOwner && invitations.length > 0 ? (
          <Card title={team.invitations}>
            <InvitationList invitations={invitations} base={base} />
          </Card>
        ) : null}
        {isOwner ? (
          <Card title={team.invite}>
            <p>{team.inviteHelp}</p>
            <InviteForm roles={['cashier', 'manager']} failed={failed} />
          </Card>
        ) : null}
        <Card title={team.matrix}>
          <RightsMatrix />
        </Card>
      </div>
    </MerchantPage>
  );
}
