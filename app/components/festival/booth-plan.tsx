import type { LineUpStall, PlanBooth } from '~/domain/festivals/read-line-up.server';
import { useWords } from '~/i18n';

const CELL = 72;
const BOOTH = 60;
const AISLE = 34;

/** Rows stand back to back in pairs, with an aisle between the pairs. */
function placeOf({ row, column }: PlanBooth): { x: number; y: number } {
  return { x: column * CELL + (CELL - BOOTH) / 2, y: row * CELL + Math.floor((row + 1) / 2) * AISLE };
}

/** The plan as a drawing; the list beside it says the same in words. Each taken booth leads to its stall. */
export function BoothPlan({
  booths,
  stalls,
  base,
}: {
  booths: readonly PlanBooth[];
  stalls: readonly LineUpStall[];
  base: string;
}) {
  const { lineUp, booth: boothWord } = useWords().festivals;
  const columns = Math.max(1, ...booths.map(({ column }) => column + 1));
  const rows = Math.max(1, ...booths.map(({ row }) => row + 1));
  const height = rows * CELL + Math.floor((rows + 1) / 2) * AISLE + 28;
  const at = new Map(stalls.map((stall) => [stall.booth, stall]));
  return (
    <section>
      <h2>{lineUp.plan}</h2>
      <div className="plan-scroll">
        <svg className="plan" viewBox={`0 0 ${columns * CELL} ${height}`} role="group" aria-labelledby="plan-title">
          <title id="plan-title">{lineUp.planTitle(booths.length)}</title>
          {booths.map((booth) => {
            const { x, y } = placeOf(booth);
            const stall = at.get(booth.number);
            const drawn = (
              <Booth
                key={booth.id}
                x={x}
                y={y}
                number={booth.number}
                taken={stall !== undefined}
                category={stall?.category ?? null}
              />
            );
            return stall ? (
              <a
                key={booth.id}
                href={`${base}/lapak/${stall.slug}`}
                aria-label={`${boothWord(booth.number)}: ${stall.stallName}`}
              >
                <title>{stall.stallName}</title>
                {drawn}
              </a>
            ) : (
              drawn
            );
          })}
          <text className="plan-entrance" x={(columns * CELL) / 2} y={height - 8} textAnchor="middle">
            ▲ {lineUp.entrance}
          </text>
        </svg>
      </div>
    </section>
  );
}

function Booth({
  x,
  y,
  number,
  taken,
  category,
}: {
  x: number;
  y: number;
  number: number;
  taken: boolean;
  category: string | null;
}) {
  const scallop = BOOTH / 4;
  return (
    <g className={taken ? `plan-booth plan-taken plan-${category ?? 'other'}` : 'plan-booth'}>
      <rect x={x} y={y} width={BOOTH} height={BOOTH} rx="6" />
      <path
        className="plan-awning"
        d={`M${x} ${y + 8}a6 6 0 0 1 6 -8h${BOOTH - 12}a6 6 0 0 1 6 8v6${`a${scallop / 2} ${scallop / 2} 0 0 1 -${scallop} 0`.repeat(4)}z`}
      />
      <text x={x + BOOTH / 2} y={y + 46} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}
