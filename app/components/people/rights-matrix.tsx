import { DataTable } from '~/components/ui/data-table';
import { Icon } from '~/components/ui/icon';
import { RIGHT_ROLES, type ScopedRight, sessionMay } from '~/domain/identity/rights';
import { useWords } from '~/i18n';

type MerchantRight = Extract<ScopedRight, `merchant.${string}`>;

const RIGHTS = Object.keys(RIGHT_ROLES).filter((right): right is MerchantRight => right.startsWith('merchant.'));
const ACTORS = ['owner', 'manager', 'cashier', 'helper'] as const;

/** Who may do what in a business, read from the table the code uses (rights.ts). */
export function RightsMatrix() {
  const { identity, people } = useWords();
  const { team } = people;
  const mark = (may: boolean) => (
    <span className="mark">
      <Icon name={may ? 'check' : 'minus'} />
      {may ? team.yes : team.no}
    </span>
  );
  return (
    <DataTable
      caption={team.matrixHelp}
      rows={RIGHTS}
      rowKey={(right) => right}
      columns={[
        { key: 'right', header: team.right, kind: 'title', cell: (right) => identity.rights[right] },
        ...ACTORS.map((actor) => ({
          key: actor,
          header: identity.roles[actor],
          cell: (right: MerchantRight) => mark(RIGHT_ROLES[right].roles.includes(actor)),
        })),
        { key: 'phone', header: team.stallPhone, cell: (right) => mark(sessionMay('stall', right)) },
      ]}
    />
  );
}
