import { Icon } from '~/components/ui/icon';
import { ROLES, type Role } from '~/domain/identity/identity';
import { RIGHT_ROLES } from '~/domain/identity/rights';
import { useWords } from '~/i18n';

const COLUMNS: readonly Role[] = [...ROLES.merchant, ...ROLES.organisation, ...ROLES.installation];

/** Who may do what, as the code has it (rights.ts). */
export function RightsTable() {
  const { rights, roles } = useWords().identity;
  return (
    <div className="table-scroll" role="region" aria-label={rights.title} tabIndex={0}>
      <table className="table-plain">
        <thead>
          <tr>
            <td />
            {COLUMNS.map((role) => (
              <th key={role} scope="col">
                {roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(Object.keys(RIGHT_ROLES) as (keyof typeof RIGHT_ROLES)[]).map((right) => (
            <tr key={right}>
              <th scope="row">{rights[right]}</th>
              {COLUMNS.map((role) => {
                const may = RIGHT_ROLES[right].roles.includes(role);
                return (
                  <td key={role}>
                    {may ? <Icon name="check" /> : null}
                    <span className="sr-only">{may ? rights.may : rights.mayNot}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
