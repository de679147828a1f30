import { DefinitionList } from '~/components/ui/definition-list';
import { NumberField } from '~/components/ui/number-field';
import { useWords } from '~/i18n';

/** Size of the plan. */
export function PlanFields({ boothCount, columns }: { boothCount: number; columns: number }) {
  const { plan } = useWords().festivals;
  return (
    <div className="two-up two-up-tight">
      <NumberField name="boothCount" label={plan.boothCount} value={boothCount} />
      <NumberField name="columns" label={plan.columns} value={columns} />
    </div>
  );
}

/** The same to read. */
export function PlanSize({ boothCount, columns }: { boothCount: number; columns: number }) {
  const { plan } = useWords().festivals;
  return (
    <DefinitionList
      items={[
        { term: plan.boothCount, value: boothCount },
        { term: plan.columns, value: columns },
      ]}
    />
  );
}
