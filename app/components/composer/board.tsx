import type { Composition } from '~/domain/festivals/read-composition.server';
import { useWords } from '~/i18n';
import { BoothCell } from './booth-cell';
import { type Picked, rowsOf } from './composer';

/** The plan as a board: each booth a small stall, filled or free. A table, so that rows stay rows without styles. */
export function Board({
  composition,
  picked,
  base,
  last,
}: {
  composition: Composition;
  picked: Picked;
  base: string;
  last: number | null;
}) {
  const { compose } = useWords().festivals;
  const broken = new Set(
    composition.caps
      .filter(({ standing }) => standing === 'broken')
      .flatMap(({ merchantIds, kind }) => (kind === 'halal_share' || kind === 'total' ? [] : merchantIds)),
  );
  return (
    <section id="papan" className="board" aria-label={compose.board}>
      <div className="board-scroll" tabIndex={-1}>
        <table className={picked.merchant ? 'board-plan board-aiming' : 'board-plan'} role="presentation">
          <tbody>
            {rowsOf(composition.booths).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the plan's rows
              <tr key={index}>
                {row.map((booth, column) =>
                  booth ? (
                    <BoothCell
                      key={booth.id}
                      booth={booth}
                      picked={picked}
                      base={base}
                      mark={
                        broken.has(booth.stall?.merchantId ?? ('' as never))
                          ? 'broken'
                          : last === booth.number
                            ? 'last'
                            : null
                      }
                    />
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a gap of the plan
                    <td key={`gap ${column}`} className="booth-gap" />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
