import { BatikCloths } from './batik-cloths';
import { ICONS } from './icon';

/** The one inline sprite: icons and batik cloths that `Icon` and `BatikTile` refer to. Every layout renders it once. */
export function Sprite() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(ICONS).map(([name, path]) => (
          <path key={name} id={`i-${name}`} d={path} />
        ))}
        <BatikCloths />
      </defs>
    </svg>
  );
}
