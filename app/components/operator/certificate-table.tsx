import { CertificateStateBadge } from '~/components/training/certificate-state';
import { DataTable } from '~/components/ui/data-table';
import { type CertificateState, showCertificateCode } from '~/domain/training/certificate';
import { useLanguage, useWords } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { HOUSE_ZONE } from '~/shared/time';

export interface CertificateTableProps {
  rows: readonly {
    id: string;
    code: string;
    stall: string;
    city: string;
    issuedAt: number;
    state: CertificateState;
  }[];
  /** Address of the list. */
  base: string;
}

/** Certificates that were issued, each with the way to revoke it. */
export function CertificateTable({ rows, base }: CertificateTableProps) {
  const { certificates: words } = useWords();
  const language = useLanguage();
  return (
    <DataTable
      caption={words.operator.title}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'stall', header: words.rows.stall, kind: 'title', cell: (row) => row.stall },
        { key: 'city', header: words.rows.city, cell: (row) => row.city },
        { key: 'code', header: words.rows.code, kind: 'short', cell: (row) => showCertificateCode(row.code) },
        {
          key: 'issued',
          header: words.rows.issued,
          kind: 'short',
          cell: (row) => formatDate(row.issuedAt, HOUSE_ZONE, 'medium', language),
        },
        {
          key: 'state',
          header: words.operator.state,
          cell: (row) => <CertificateStateBadge state={row.state} />,
        },
        {
          key: 'act',
          header: words.operator.act,
          cell: (row) => (
            <a href={`${base}/${row.id}`} aria-label={`${words.operator.open}: ${row.stall}`}>
              {words.operator.open}
            </a>
          ),
        },
      ]}
    />
  );
}
