/** Three stalls under their lamps, seen from across the square. Decorative. */
export function NightMarket() {
  return (
    <svg className="hero-market" viewBox="0 0 360 150" aria-hidden="true" focusable="false">
      {STALLS.map(({ x, ground, figure, cloth }) => (
        <g key={x} transform={`translate(${x} 0)`}>
          <path fill="#f2b632" opacity=".16" d="M14 52h84l10 66H4z" />
          <path stroke="#8d7b64" strokeWidth="3" d="M10 46v104M102 46v104" />
          <path fill={ground} d="M12 22h88l12 26H0z" />
          <path fill={figure} d="M27 22h14l-4 26H18zm29 0h15l5 26H55zm29 0h15l12 26H94z" transform="translate(-3 0)" />
          <path
            fill={ground}
            d="M0 48h112v4a9.3 9.3 0 0 1-18.7 0 9.3 9.3 0 0 1-18.6 0 9.3 9.3 0 0 1-18.7 0 9.3 9.3 0 0 1-18.7 0 9.3 9.3 0 0 1-18.6 0A9.3 9.3 0 0 1 0 52z"
          />
          <circle cx="56" cy="72" r="6" fill="#f2b632" />
          <path stroke="#8d7b64" strokeWidth="1.5" d="M56 52v15" />
          <svg x="2" y="112" width="108" height="38" viewBox="0 0 136 48" preserveAspectRatio="xMidYMid slice">
            <path fill={ground} d="M0 0h336v48H0z" />
            <path fill={figure} mask={`url(#b-${cloth})`} d="M0 0h336v48H0z" />
          </svg>
          <path fill="#fffbf3" d="M0 106h112v7H0z" />
          <path
            fill="#fffbf3"
            d="M30 96h24a12 12 0 0 1-6 9H36a12 12 0 0 1-6-9m40 2h20a10 10 0 0 1-5 7H75a10 10 0 0 1-5-7"
          />
          <path
            fill="none"
            stroke="#fffbf3"
            strokeWidth="1.5"
            strokeLinecap="round"
            opacity=".7"
            d="M38 92c-3-4 3-6 0-10m8 10c-3-4 3-6 0-10"
          />
        </g>
      ))}
    </svg>
  );
}

const STALLS = [
  { x: 2, ground: '#8e1c17', figure: '#f2b632', cloth: 'songket' },
  { x: 124, ground: '#1e6b4a', figure: '#fbe3c0', cloth: 'kawung' },
  { x: 246, ground: '#1f4e79', figure: '#f3d9a4', cloth: 'mega' },
] as const;
