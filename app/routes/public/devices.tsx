import { DeviceCard } from '~/components/identity/device-card';
import { PublicPage } from '~/components/layout/public-page';
import { Badge } from '~/components/ui/badge';
import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { readInvitationsTo } from '~/domain/identity/read-invitations.server';
import { readDevices } from '~/domain/identity/read-session.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).identity.devices.title} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, visitor, now } = await requireRight(args, 'signed_in');
  const [devices, invitations] = await Promise.all([
    readDevices(app.db, { personId: person.id, now }),
    person.phone ? readInvitationsTo(app.db, { phone: person.phone, now }) : [],
  ]);
  return {
    devices: devices.map((device) => ({ ...device, isThis: device.sessionId === visitor.id })),
    invitations: invitations.map(({ id, scopeKind, scopeName, role }) => ({
      id,
      scopeName: scopeKind === 'installation' ? 'Pestarasa' : scopeName,
      role,
    })),
  };
}

export default function Devices() {
  const { identity, privacy } = useWords();
  const words = identity.devices;
  const language = useLanguage();
  const { devices, invitations } = useLoaderData<typeof loader>();
  return (
    <PublicPage title={words.title} lead={words.intro} width="narrow" signedIn>
      <div className="stack">
        {invitations.length > 0 ? (
          <Card title={words.invitations}>
            {invitations.map(({ id, scopeName, role }) => (
              <form key={id} method="post" action={pathTo(`/undangan/${id}/terima`, language)} className="row">
                <Badge tone="info">{words.invited(scopeName ?? words.someBusiness, identity.roles[role])}</Badge>
                <Button variant="primary">{words.acceptInvitation}</Button>
              </form>
            ))}
          </Card>
        ) : null}
        {devices.map((device) => (
          <DeviceCard key={device.sessionId} {...device} />
        ))}
        {devices.length > 1 ? (
          <form method="post" action={pathTo('/perangkat/lain/keluarkan', language)}>
            <Button variant="danger">{words.revokeOthers}</Button>
          </form>
        ) : null}
        <ButtonLink href={pathTo('/privasi', language)}>{privacy.title}</ButtonLink>
      </div>
    </PublicPage>
  );
}
