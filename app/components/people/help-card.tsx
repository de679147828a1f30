import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DataTable } from '~/components/ui/data-table';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime, formatPhone, formatTime } from '~/i18n/format';
import { HOUSE_ZONE } from '~/shared/time';
import { type DishNames, sayField } from './say-typed';

export interface HelpRow {
  id: string;
  state: string;
  code: string | null;
  until: number;
  helperName: string | null;
  madeAt: number;
}

/** The one thing to do about help now: make a code, read it out, or end it. */
export function HelpNow({ current, phone, base }: { current: HelpRow | null; phone: string; base: string }) {
  const { help } = useWords().people;
  const end = (label: string) =>
    current ? (
      <form method="post" action={`${base}/${current.id}/akhiri`}>
        <Button variant="danger">{label}</Button>
      </form>
    ) : null;
  if (current?.state === 'typing') {
    const name = current.helperName ?? help.somebody;
    return (
      <Notice tone="attention" ways={end(help.stop)}>
        {help.typing(name, formatTime(current.until, HOUSE_ZONE))}
      </Notice>
    );
  }
  if (!current?.code) return <MakeCode label={help.make} primary />;
  return (
    <Card title={help.codeTitle}>
      <p className="input-code">
        <strong>{current.code}</strong>
      </p>
      <p>{help.codeHelp(formatPhone(phone), formatTime(current.until, HOUSE_ZONE))}</p>
      <p className="soft">{help.codeWarning}</p>
      <div className="ways">
        <MakeCode label={help.fresh} />
        {end(help.takeBack)}
      </div>
    </Card>
  );
}

function MakeCode({ label, primary }: { label: string; primary?: true }) {
  return (
    <form method="post">
      <Button variant={primary ? 'primary' : 'secondary'} wide={primary ?? false}>
        {label}
      </Button>
    </form>
  );
}

/** Help that is over, newest first. */
export function HelpHistory({ rows }: { rows: readonly HelpRow[] }) {
  const { help } = useWords().people;
  const language = useLanguage();
  if (rows.length === 0) return <p>{help.noHistory}</p>;
  return (
    <DataTable
      caption={help.history}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'who', header: help.who, kind: 'title', cell: (row) => row.helperName ?? help.somebody },
        { key: 'when', header: help.when, cell: (row) => formatDateTime(row.madeAt, HOUSE_ZONE, language) },
        { key: 'state', header: help.state, cell: (row) => help.states[row.state] },
      ]}
    />
  );
}

export interface AuthorRow {
  field: string;
  name: string | null;
  at: number;
  isHelper: boolean;
}

/** Who typed each entry last. */
export function AuthorList({ authors, dishes }: { authors: readonly AuthorRow[]; dishes: DishNames }) {
  const words = useWords();
  const language = useLanguage();
  const { help } = words.people;
  const say = ({ name, isHelper }: AuthorRow) =>
    isHelper ? help.asHelper(name ?? help.unknown) : (name ?? help.unknown);
  return (
    <DataTable
      caption={help.authorsHelp}
      rows={authors}
      rowKey={(row) => row.field}
      columns={[
        { key: 'field', header: help.field, kind: 'title', cell: (row) => sayField(row.field, words, dishes) },
        { key: 'author', header: help.author, cell: say },
        { key: 'when', header: help.when, cell: (row) => formatDateTime(row.at, HOUSE_ZONE, language) },
      ]}
    />
  );
}

/** How much waits for the owner's look, and the way there. */
export function ToCheck({ count, base }: { count: number; base: string }) {
  const { help } = useWords().people;
  if (count === 0) return null;
  return (
    <Notice
      tone="attention"
      ways={
        <ButtonLink variant="primary" href={`${base}/periksa`}>
          {help.check}
        </ButtonLink>
      }
    >
      {help.toCheck(count)}
    </Notice>
  );
}
