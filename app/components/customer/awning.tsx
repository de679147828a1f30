import { batikOf } from '~/components/ui/batik';

/** The scalloped edge of a stall's awning, in the two colours of its cloth. `long` for a whole page's width. Decorative. */
export function Awning({ seed, long }: { seed: string; long?: boolean }) {
  const stripes = Array.from({ length: long ? 72 : 24 }, (_, i) => i * 16);
  const width = stripes.length * 16;
  const { ground, figure } = batikOf(seed);
  return (
    <svg
      className="cloth-awning"
      viewBox={`0 0 ${width} 14`}
      preserveAspectRatio="xMinYMin slice"
      aria-hidden="true"
      focusable="false"
    >
      <path fill={ground} d={`M0 0h${width}v6${stripes.map(() => 'a8 8 0 0 1-16 0').join('')}z`} />
      <path
        fill={figure}
        d={stripes
          .filter((_, i) => i % 2 === 0)
          .map((x) => `M${x} 0h16v6a8 8 0 0 1-16 0z`)
          .join('')}
      />
    </svg>
  );
}
