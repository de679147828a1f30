import { BatikTile } from './batik-tile';

export interface PictureProps {
  /** Id under /berkas; without one a batik tile stands in. */
  file: { id: string; colour?: string | null } | null;
  /** Seed of the batik tile: the id of the dish or merchant. */
  seed: string;
  city?: string | null;
  /** What is seen; '' where the name stands beside it. */
  alt: string;
  /** How wide the box is, as in CSS: the browser chooses between 320 and 640 px by it. */
  sizes?: string;
  /** Seen without scrolling; all others load when near. `first`: before everything else. */
  eager?: boolean | 'first';
  /** The box is sometimes much wider than high. */
  wide?: boolean;
}

/**
 * A photo, or batik where there is none. Fills its box, so give the box a shape: nothing moves when the photo comes.
 * AVIF or WebP is chosen where the file is served, by what the browser says it reads.
 */
export function Picture({ file, seed, city, alt, sizes = '100vw', eager, wide }: PictureProps) {
  if (!file) {
    return (
      <span className="picture">
        <BatikTile seed={seed} city={city} wide={wide} />
      </span>
    );
  }
  const address = `/berkas/${file.id}`;
  return (
    <span className="picture">
      {file.colour ? (
        <svg aria-hidden="true" viewBox="0 0 1 1" preserveAspectRatio="none" fill={file.colour}>
          <path d="M0 0h1v1H0z" />
        </svg>
      ) : null}
      <img
        srcSet={`${address}/kecil 320w, ${address} 640w`}
        sizes={sizes}
        src={`${address}/kecil`}
        alt={alt}
        loading={eager ? undefined : 'lazy'}
        decoding="async"
        {...(eager === 'first' ? FIRST : null)}
      />
    </span>
  );
}

/** React 18 knows the attribute by no other name. */
const FIRST = { fetchpriority: 'high' };
