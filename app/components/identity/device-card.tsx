import { Badge } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import type { SessionOpening } from '~/domain/identity/passkey';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';

export interface DeviceCardProps {
  sessionId: string;
  device: string;
  openedHow: SessionOpening | null;
  openedAt: number;
  lastSeenAt: number;
  expiresAt: number;
  /** The one this page is seen on. */
  isThis: boolean;
}

/** One signed-in device and the way to sign it out. */
export function DeviceCard({ sessionId, device, openedHow, openedAt, lastSeenAt, expiresAt, isThis }: DeviceCardProps) {
  const { identity, passkeys } = useWords();
  const words = identity.devices;
  const language = useLanguage();
  const show = (at: number) => formatDateTime(at, HOUSE_ZONE, language);
  return (
    <Card title={device || words.unknownDevice}>
      <div className="stack-tight">
        {isThis ? (
          <p>
            <Badge tone="good">{words.thisOne}</Badge>
          </p>
        ) : null}
        <DefinitionList
          items={[
            { term: words.lastSeen, value: show(lastSeenAt) },
            openedHow && { term: passkeys.how, value: passkeys.openings[openedHow] },
            { term: words.since, value: show(openedAt) },
            { term: words.until, value: show(expiresAt) },
          ]}
        />
        <form method="post" action={pathTo(isThis ? '/keluar' : `/perangkat/${sessionId}/keluarkan`, language)}>
          <Button variant="secondary">{isThis ? words.signOut : words.revoke}</Button>
        </form>
      </div>
    </Card>
  );
}
