import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatList } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { type DishNames, sayField } from './say-typed';

export interface TypedMarkProps {
  merchantId: string;
  /** Fields of this page that a helper typed and nobody has looked at. */
  fields: readonly string[];
  dishes?: DishNames;
  /** The helper herself has nothing to check. */
  forHelper?: boolean;
}

/** What on this page was typed by a helper and waits for the owner's look. */
export function TypedMark({ merchantId, fields, dishes = {}, forHelper }: TypedMarkProps) {
  const words = useWords();
  const language = useLanguage();
  if (fields.length === 0) return null;
  const { help } = words.people;
  const names = formatList(
    fields.map((field) => sayField(field, words, dishes)),
    language,
  );
  const check = <ButtonLink href={pathTo(`/usaha/${merchantId}/bantuan/periksa`, language)}>{help.check}</ButtonLink>;
  return (
    <Notice tone="attention" ways={forHelper ? undefined : check}>
      {help.marked(names)}
    </Notice>
  );
}
