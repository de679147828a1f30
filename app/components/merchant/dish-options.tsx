import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextArea } from '~/components/ui/text-area';
import { TextField } from '~/components/ui/text-field';
import { OPTION_NAME_MAX } from '~/domain/menus/menus';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatRupiah } from '~/i18n/format';
import { pathTo } from '~/shared/paths';

interface Group {
  id: string;
  name: string;
  min: number;
  max: number;
  options: readonly { number: number; name: string; price: number }[];
}

export interface DishOptionsProps {
  groups: readonly Group[];
  path: string;
  /** A group she sent when her session had ended. */
  kept: (NonNullable<OptionFieldsProps['failed']> & { refusal: { text: string } | null }) | null;
}

/** Option groups of a dish: what there is, and one form that adds a group or replaces the one of that name. */
export function DishOptions({ groups, path, kept }: DishOptionsProps) {
  const { menus } = useWords();
  const language = useLanguage();
  return (
    <Card title={menus.options} id="pilihan">
      {groups.length === 0 ? <p className="soft">{menus.optionsNone}</p> : null}
      {groups.map((group) => (
        <div key={group.id} className="option-group">
          <h3>{group.name}</h3>
          <p className="soft">{menus.chooseRule(group.min, group.max)}</p>
          <ul>
            {group.options.map((option) => (
              <li key={option.number}>
                <span>{option.name}</span>
                <span className="soft">
                  {option.price > 0 ? menus.optionExtra(formatRupiah(option.price)) : menus.optionFree}
                </span>
              </li>
            ))}
          </ul>
          <form method="post" action={pathTo(`${path}/hapus`, language)}>
            <input type="hidden" name="group" value={group.name} />
            <Button variant="quiet">{menus.optionRemove(group.name)}</Button>
          </form>
        </div>
      ))}
      <details open={kept !== null}>
        <summary>{menus.optionAdd}</summary>
        <RefusalNotice refusal={kept?.refusal} />
        <OptionFields path={path} failed={kept ?? undefined} />
      </details>
    </Card>
  );
}

export interface OptionFieldsProps {
  path: string;
  failed?: { errors: FieldErrors; typed: Record<string, string> };
}

/** One group as it is typed: its name, its rule, its options a line each. */
export function OptionFields({ path, failed }: OptionFieldsProps) {
  const { menus } = useWords();
  const language = useLanguage();
  return (
    <Form action={pathTo(path, language)} errors={failed?.errors} typed={failed?.typed}>
      <p className="soft">{menus.optionAddHelp}</p>
      <TextField
        name="group"
        label={menus.optionGroup}
        hint={menus.optionGroupHint}
        maxLength={OPTION_NAME_MAX}
        autoComplete="off"
      />
      <ChoiceField
        name="rule"
        label={menus.optionRule}
        value="one"
        choices={Object.entries(menus.optionRules).map(([value, label]) => ({ value, label }))}
      />
      <TextArea name="options" label={menus.optionLines} hint={menus.optionLinesHint} rows={5} />
      <Button>{menus.optionSave}</Button>
    </Form>
  );
}
