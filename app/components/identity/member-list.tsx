import { Button } from '~/components/ui/button';
import { DataTable } from '~/components/ui/data-table';
import type { Role } from '~/domain/identity/identity';
import { useLanguage, useWords } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { HOUSE_ZONE } from '~/shared/time';

interface Member {
  personId: string;
  name: string | null;
  phone: string | null;
  role: Role;
  since: number;
}

export interface MemberListProps {
  /** Phones masked. */
  members: readonly Member[];
  /** Address of the page of the organisation, or of the business's team. */
  base: string;
  /** May only look. */
  readOnly?: boolean;
}

/** Who is in an organisation or a business, and the way to end a role. */
export function MemberList({ members, base, readOnly }: MemberListProps) {
  const { operator, identity } = useWords();
  const words = operator.organisation;
  const language = useLanguage();
  if (members.length === 0) return <p>{words.noMembers}</p>;
  return (
    <DataTable
      caption={words.members}
      hideCaption
      rows={members}
      rowKey={(row) => row.personId + row.role}
      columns={[
        { key: 'person', header: words.person, kind: 'title', cell: (row) => row.name ?? row.phone ?? row.personId },
        { key: 'role', header: words.role, cell: (row) => identity.roles[row.role] },
        { key: 'since', header: words.since, cell: (row) => formatDate(row.since, HOUSE_ZONE, 'medium', language) },
        ...(readOnly
          ? []
          : [
              {
                key: 'act',
                header: operator.outbox.act,
                cell: (row: Member) => (
                  <form method="post" action={`${base}/anggota/${row.personId}/${row.role}/akhiri`}>
                    <Button variant="quiet">{words.end}</Button>
                  </form>
                ),
              },
            ]),
      ]}
    />
  );
}
