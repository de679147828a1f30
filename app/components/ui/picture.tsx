import { BatikTile } from './batik-tile';

export interface PictureProps {
  /** Ids under /berkas; without one a batik tile stands in. */
  file: { id: string; largeId?: string | null; colour?: string | null } | null;
  /** Seed of the batik tile: the id of the dish or merchant. */
  seed: string;
  city?: string | null;
  /** What is seen; '' where the name stands beside it. */
  alt: string;
  /** Widths in px of the two files, for srcset. */
  widths?: { small: number; large: number };
  sizes?: string;
  /** The first picture of a page; all others load when near. */
  eager?: boolean;
  /** The box is sometimes much wider than high. */
  wide?: boolean;
}

/** A photo, or batik where there is none. Fills its box, so give the box a shape. */
export function Picture({
  file,
  seed,
  city,
  alt,
  widths = { small: 480, large: 1200 },
  sizes,
  eager,
  wide,
}: PictureProps) {
  if (!file) {
    return (
      <span className="picture">
        <BatikTile seed={seed} city={city} wide={wide} />
      </span>
    );
  }
  const srcSet = file.largeId
    ? `/berkas/${file.id} ${widths.small}w, /berkas/${file.largeId} ${widths.large}w`
    : undefined;
  return (
    <span className="picture">
      {file.colour ? (
        <svg aria-hidden="true" viewBox="0 0 1 1" preserveAspectRatio="none" fill={file.colour}>
          <path d="M0 0h1v1H0z" />
        </svg>
      ) : null}
      <img
        src={`/berkas/${file.id}`}
        srcSet={srcSet}
        sizes={srcSet ? (sizes ?? '100vw') : undefined}
        alt={alt}
        loading={eager ? undefined : 'lazy'}
        decoding="async"
      />
    </span>
  );
}
