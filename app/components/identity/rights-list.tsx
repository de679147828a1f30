import { DefinitionList } from '~/components/ui/definition-list';
import { RIGHT_ROLES } from '~/domain/identity/rights';
import { useWords } from '~/i18n';

/** Who may do what, as the code has it (rights.ts). */
export function RightsList() {
  const { rights, roles } = useWords().identity;
  return (
    <DefinitionList
      items={(Object.keys(RIGHT_ROLES) as (keyof typeof RIGHT_ROLES)[]).map((right) => ({
        term: rights[right],
        value: RIGHT_ROLES[right].roles.map((role) => roles[role]).join(', '),
      }))}
    />
  );
}
