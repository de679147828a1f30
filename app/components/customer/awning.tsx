import { batikOf } from '~/components/ui/batik';

const STRIPES = Array.from({ length: 24 }, (_, i) => i * 16);

/** The scalloped edge of a stall's awning, in the two colours of its cloth. Decorative. */
export function Awning({ seed }: { seed: string }) {
  const { ground, figure } = batikOf(seed);
  return (
    <svg
      className="awning"
      viewBox="0 0 384 14"
      preserveAspectRatio="xMinYMin slice"
      aria-hidden="true"
      focusable="false"
    >
      <path fill={ground} d={`M0 0h384v6${STRIPES.map(() => 'a8 8 0 0 1-16 0').join('')}z`} />
      <path
        fill={figure}
        d={STRIPES.filter((_, i) => i % 2 === 0)
          .map((x) => `M${x} 0h16v6a8 8 0 0 1-16 0z`)
          .join('')}
      />
    </svg>
  );
}
