import type { BatikMotif } from './batik';

// One 48 × 48 unit a motif. The unit draws its figure with currentColor and its details with the inherited fill,
// so that the cloth's mask can take both as white and black.
const f = 'currentColor';

const KawungPetal = ({ turn }: { turn: number }) => (
  <g transform={`rotate(${turn} 24 24)`}>
    <path fill={f} d="M25.5 22.5C25 12 32 4 45.5 2.5 44 16 36 23 25.5 22.5" />
    <ellipse cx="35" cy="13" rx="1.6" ry="5" transform="rotate(45 35 13)" />
  </g>
);

const UNITS: Record<BatikMotif, JSX.Element> = {
  kawung: (
    <>
      {[0, 90, 180, 270].map((turn) => (
        <KawungPetal key={turn} turn={turn} />
      ))}
      <path fill={f} d="m24 1 3 4-3 4-3-4zm0 38 3 4-3 4-3-4zM1 24l4-3 4 3-4 3zm38 0 4-3 4 3-4 3z" />
      <circle cx="24" cy="24" r="2.5" />
    </>
  ),
  parang: (
    <>
      <path
        fill={f}
        d="M-.5 32C6 32 9 28 9 22 9 14 14 8 22 8c7 0 10 5 7 9-3 3-7 1-6-2-5 1-7 6-4 10 3 5 11 6 17 1 5-4 6-10 12.5-10v8c-5.5 0-6.5 5-10.5 9-7 6-17 6-23 1-4 4-9 6-15.5 6z"
      />
      <path fill={f} d="M-.5 0h49v2h-49zm0 46h49v2h-49zM24 38l4 3-4 3-4-3zM0 38l4 3-4 3-4-3z" />
      <circle cx="8" cy="34" r="1.5" />
      <circle cx="40" cy="24" r="1.5" />
    </>
  ),
  mega: (
    <>
      <path fill={f} d="M2 40c-3-9 4-15 10-12C11 16 25 11 30 20c6-6 17-1 15 8 3 2 3 8 1 12z" />
      <path d="M7 40c-2-6 3-10 9-7-1-10 9-13 12-5 6-5 14 0 11 7 3 1 4 3 3 5z" />
      <path fill={f} d="M12 40c-1-4 3-6 8-3 0-7 6-9 8-3 4-3 9 0 7 4 2 0 3 1 3 2z" />
      <path d="M18 40c0-2 3-3 5-1 1-3 4-4 5-1 3-1 5 0 4 2z" />
      <path fill={f} d="M-.5 43h49v1.5h-49zM4 8c4-3 7 1 10-1s5-3 8-1c-4 0-5 3-9 3S8 7 4 8" />
    </>
  ),
  gajah: (
    <>
      <path
        fill="none"
        stroke={f}
        strokeWidth="5"
        strokeLinecap="round"
        d="M7 42c10 4 20-2 18-12-1-7-11-6-10 1M25 30C23 14 32 5 42 9c6 3 4 11-2 10"
      />
      <path
        fill={f}
        d="M28 22c7-1 11 3 13 9-7 1-12-3-13-9M22 18c-6 0-9-4-10-9 6 0 9 4 10 9M32 40c2-5 7-6 13-4-2 5-7 7-13 4"
      />
      <circle fill={f} cx="6" cy="20" r="2" />
      <circle fill={f} cx="5" cy="30" r="1.5" />
      <circle fill={f} cx="40" cy="46" r="1.5" />
      <circle fill={f} cx="20" cy="4" r="1.5" />
    </>
  ),
  songket: (
    <>
      <path fill={f} d="M24 0 48 24 24 48 0 24zm0 5L5 24l19 19 19-19z" fillRule="evenodd" />
      <path fill={f} d="M24 10l4 6 6-2-2 6 6 4-6 4 2 6-6-2-4 6-4-6-6 2 2-6-6-4 6-4-2-6 6 2z" />
      <path d="m24 19 5 5-5 5-5-5z" />
      <path fill={f} d="m24 22 2 2-2 2-2-2zM0-6 6 0 0 6-6 0z" />
    </>
  ),
};

/** A figure reaches a little into its neighbours, so each is drawn four times; clouds are laid like bricks, two rows high. */
const PLACES: Record<'even' | 'bricks', { height: number; at: [number, number][] }> = {
  even: {
    height: 48,
    at: [
      [0, 0],
      [48, 0],
      [0, 48],
      [48, 48],
    ],
  },
  bricks: {
    height: 96,
    at: [
      [0, 0],
      [-24, 48],
      [24, 48],
    ],
  },
};

/**
 * The five cloths, defined once a page as masks of 1152 × 192: white where a figure is, so that one mask serves every
 * pair of colours, and a tile is two shapes however many figures it shows.
 */
export function BatikCloths() {
  return (
    <>
      {(Object.keys(UNITS) as BatikMotif[]).map((motif) => {
        const { height, at } = PLACES[motif === 'mega' ? 'bricks' : 'even'];
        return (
          <g key={motif}>
            <g id={`bu-${motif}`}>{UNITS[motif]}</g>
            <pattern
              id={`bp-${motif}`}
              width="48"
              height={height}
              patternUnits="userSpaceOnUse"
              fill="#000"
              color="#fff"
            >
              {at.map(([x, y]) => (
                <use key={`${x},${y}`} href={`#bu-${motif}`} x={x} y={y} />
              ))}
            </pattern>
            <mask id={`b-${motif}`} maskUnits="userSpaceOnUse" x="0" y="0" width="1152" height="192">
              <path fill={`url(#bp-${motif})`} d="M0 0h1152v192H0z" />
            </mask>
          </g>
        );
      })}
    </>
  );
}
