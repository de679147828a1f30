import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { HOUSE_ZONE } from '~/shared/time';
import { type DishNames, sayField, sayValue } from './say-typed';

export interface TypedRow {
  field: string;
  /** As JSON. */
  before: string;
  after: string;
  byName: string | null;
  at: number;
}

export interface TypedListProps {
  typed: readonly TypedRow[];
  dishes: DishNames;
  /** Address of the page for the answers; left out: only to look at. */
  base?: string;
  /** When the page was shown: nothing typed later is answered with it. */
  shownAt?: number;
}

/** What a helper changed, old beside new, each with the owner's two answers. */
export function TypedList({ typed, dishes, base, shownAt }: TypedListProps) {
  const words = useWords();
  const language = useLanguage();
  const { help } = words.people;
  const hidden = (field: string) => (
    <>
      <input type="hidden" name="isian" value={field} />
      <input type="hidden" name="sampai" value={shownAt} />
    </>
  );
  return (
    <>
      {typed.map(({ field, before, after, byName, at }) => {
        const name = sayField(field, words, dishes);
        return (
          <Card key={field} title={name}>
            <DefinitionList
              items={[
                base !== undefined && {
                  term: help.before,
                  value: sayValue(field, JSON.parse(before), words, language),
                },
                { term: help.after, value: <strong>{sayValue(field, JSON.parse(after), words, language)}</strong> },
              ]}
            />
            <p className="soft">{help.typedBy(byName ?? help.somebody, formatDateTime(at, HOUSE_ZONE, language))}</p>
            {base ? (
              <div className="ways">
                <form method="post" action={`${base}/benar`}>
                  {hidden(field)}
                  <Button aria-label={`${help.right}: ${name}`}>{help.right}</Button>
                </form>
                <form method="post" action={`${base}/urungkan`}>
                  {hidden(field)}
                  <Button variant="quiet" aria-label={`${help.undo}: ${name}`}>
                    {help.undo}
                  </Button>
                </form>
              </div>
            ) : null}
          </Card>
        );
      })}
    </>
  );
}
