import { Button } from '~/components/ui/button';
import { DataTable } from '~/components/ui/data-table';
import type { Role } from '~/domain/identity/identity';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { HOUSE_ZONE } from '~/shared/time';

export interface InvitationListProps {
  /** Phones masked. */
  invitations: readonly { id: string; phone: string; role: Role; expiresAt: number }[];
  /** Address of the page of the organisation, or of the business's team. */
  base: string;
}

/** Open invitations into an organisation or a business, and the way to take one back. */
export function InvitationList({ invitations, base }: InvitationListProps) {
  const { operator, identity } = useWords();
  const words = operator.organisation;
  const language = useLanguage();
  return (
    <DataTable
      caption={words.invitations}
      hideCaption
      rows={invitations}
      rowKey={(row) => row.id}
      columns={[
        { key: 'phone', header: words.phone, kind: 'title', cell: (row) => row.phone },
        { key: 'role', header: words.role, cell: (row) => identity.roles[row.role] },
        {
          key: 'until',
          header: operator.outbox.due,
          cell: (row) => words.until(formatDateTime(row.expiresAt, HOUSE_ZONE, language)),
        },
        {
          key: 'act',
          header: operator.outbox.act,
          cell: (row) => (
            <form method="post" action={`${base}/undangan/${row.id}/batal`}>
              <Button variant="quiet">{words.revoke}</Button>
            </form>
          ),
        },
      ]}
    />
  );
}
