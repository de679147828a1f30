import type { Composition } from '~/domain/festivals/read-composition.server';
import { useWords } from '~/i18n';
import { rowsOf } from './composer';

/** The free booths by their rows, as numbers to press: on a phone nobody finds one of two hundred on the plan. */
export function FreeBooths({
  composition,
  applicationId,
  base,
}: {
  composition: Composition;
  applicationId: string;
  base: string;
}) {
  const { compose } = useWords().festivals;
  const rows = rowsOf(composition.booths)
    .map((row, index) => ({ row: index + 1, free: row.flatMap((booth) => (booth && !booth.stall ? [booth] : [])) }))
    .filter(({ free }) => free.length > 0);
  if (rows.length === 0) return <p>{compose.noFreeBooth}</p>;
  return (
    <form method="post" action={`${base}/susun`} className="free-booths" id="stan-kosong">
      <input type="hidden" name="applicationId" value={applicationId} />
      <h2>{compose.freeBooths}</h2>
      {rows.map(({ row, free }) => (
        <fieldset key={row} className="free-row">
          <legend>{compose.row(row)}</legend>
          {free.map(({ id, number }) => (
            <button key={id} type="submit" name="boothId" value={id} className="free-booth">
              <span className="sr-only">{compose.putIn(number)}</span>
              <span aria-hidden="true">{number}</span>
            </button>
          ))}
        </fieldset>
      ))}
    </form>
  );
}
