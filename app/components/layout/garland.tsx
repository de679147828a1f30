/** Lamps on a string, as over a night market. Decorative. */
export function Garland() {
  const span = 120;
  const spans = Array.from({ length: 14 }, (_, i) => i * span);
  return (
    <svg
      className="garland"
      viewBox="0 0 1680 22"
      preserveAspectRatio="xMinYMin slice"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="none" stroke="#8d7b64" strokeWidth="1.5" d={`M0 1${spans.map(() => 'q60 16 120 0').join('')}`} />
      <g fill="#f2b632">
        {spans.map((x) => (
          <path key={x} d={`M${x + 28} 8a4 4 0 1 0 4 0zm28 3a4 4 0 1 0 4 0zm28-3a4 4 0 1 0 4 0z`} />
        ))}
      </g>
    </svg>
  );
}
