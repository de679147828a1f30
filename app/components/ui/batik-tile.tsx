import { batikOf, cityMotif } from './batik';

/**
 * A piece of batik in place of a picture that is missing, the same for the same seed. Decorative (alt="" by nature);
 * fills its box. `city` is a region code or name: Palembang leans to songket, Banyuwangi to gajah oling.
 * `wide` for boxes that are sometimes much wider than high. Needs the layout's `Sprite` on the page.
 */
export function BatikTile({
  seed,
  city,
  wide,
  className,
}: {
  seed: string;
  city?: string | null;
  wide?: boolean;
  className?: string;
}) {
  const { motif, ground, figure, left, top, side } = batikOf(seed, city);
  return (
    <svg
      className={className ? `tile ${className}` : 'tile'}
      viewBox={`${left} ${top} ${wide ? side * 2 : side} ${side}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <path fill={ground} d="M0 0h336v192H0z" />
      <path fill={figure} mask={`url(#b-${motif})`} d="M0 0h336v192H0z" />
    </svg>
  );
}

/** A long band of cloth for a hero or a sign: the city's own motif where it has one. */
export function BatikBand({ seed, city, className }: { seed: string; city?: string | null; className?: string }) {
  const { motif: drawn, ground, figure } = batikOf(seed, city);
  const motif = cityMotif(city) ?? drawn;
  return (
    <svg
      className={className ? `tile ${className}` : 'tile'}
      viewBox="0 0 1152 48"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <path fill={ground} d="M0 0h1152v48H0z" />
      <path fill={figure} mask={`url(#b-${motif})`} d="M0 0h1152v48H0z" />
    </svg>
  );
}
