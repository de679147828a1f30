import { Button, ButtonLink } from '~/components/ui/button';
import { type Column, DataTable } from '~/components/ui/data-table';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { HOUSE_ZONE } from '~/shared/time';

export interface StallPhoneRow {
  id: string;
  cashierName: string;
  pairedAt: number | null;
  lastSeenAt: number | null;
  /** Its link can still be opened. */
  isOpen: boolean;
}

export interface StallPhoneListProps {
  phones: readonly StallPhoneRow[];
  /** Address of the team's page. */
  base: string;
  readOnly: boolean;
}

/** A business's phones at its stalls, each with the way to revoke it. */
export function StallPhoneList({ phones, base, readOnly }: StallPhoneListProps) {
  const { people } = useWords();
  const words = people.stallPhones;
  const language = useLanguage();
  const show = (at: number) => formatDateTime(at, HOUSE_ZONE, language);
  if (phones.length === 0) return <p>{words.empty}</p>;
  const standing = ({ pairedAt, lastSeenAt }: StallPhoneRow) => {
    if (lastSeenAt !== null) return words.seen(show(lastSeenAt));
    return pairedAt === null ? words.waiting : words.paired(show(pairedAt));
  };
  const acts: Column<StallPhoneRow> = {
    key: 'act',
    header: people.team.act,
    cell: ({ id, cashierName, isOpen }) => (
      <>
        {isOpen ? <ButtonLink href={`${base}/hp-lapak/${id}`}>{words.show}</ButtonLink> : null}
        <form method="post" action={`${base}/hp-lapak/${id}/cabut`}>
          <Button variant="quiet" aria-label={`${words.revoke}: ${cashierName}`}>
            {words.revoke}
          </Button>
        </form>
      </>
    ),
  };
  return (
    <>
      <DataTable
        caption={words.title}
        hideCaption
        rows={phones}
        rowKey={(phone) => phone.id}
        columns={[
          { key: 'cashier', header: words.cashier, kind: 'title', cell: (phone) => phone.cashierName },
          { key: 'standing', header: people.team.standing, cell: standing },
          ...(readOnly ? [] : [acts]),
        ]}
      />
      {readOnly ? null : <p className="soft">{words.revokeHelp}</p>}
    </>
  );
}
