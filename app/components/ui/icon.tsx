/** Names of the pictures in the one inline sprite (`Sprite`, rendered once by every layout). */
export type IconName = keyof typeof ICONS;

/** 24 × 24 line drawings of our own. */
export const ICONS = {
  basket: 'M3 9h18l-2 11H5zM8 9l3-6M16 9l-3-6M9 13v3M15 13v3',
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14M20 21l-4-4.5',
  check: 'm4 13 5 5L20 6',
  cross: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  back: 'M20 12H5m6-7-7 7 7 7',
  next: 'M4 12h15m-6-7 7 7-7 7',
  down: 'm6 9 6 6 6-6',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 11v6M12 7.5v.01',
  alert: 'M12 3 2 20h20zM12 10v4M12 17v.01',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16v.01',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 7v5l3 3',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  place: 'M12 21s7-6.5 7-12A7 7 0 0 0 5 9c0 5.5 7 12 7 12M12 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5',
  stall: 'M4 11v10h16V11M3 11l2-7h14l2 7M3 11a3 3 0 0 0 6 0 3 3 0 0 0 6 0 3 3 0 0 0 6 0M10 21v-5h4v5',
  bowl: 'M3 12h18a9 9 0 0 1-6 8H9a9 9 0 0 1-6-8M8 8c-1-1 1-2 0-4M12 8c-1-1 1-2 0-4M16 8c-1-1 1-2 0-4',
  chilli: 'M15 7c4 2 5 6 2 10-3 3-9 5-14 4 4-1 7-4 8-8 .6-3 2-5 4-6m0 0c0-2 1-4 4-4',
  halal: 'M12 2.5 15 5l4-.5.5 4L22 12l-2.5 3.5-.5 4-4-.5-3 2.5L9 19l-4 .5-.5-4L2 12l2.5-3.5.5-4 4 .5zM8 12l3 3 5-6',
  leaf: 'M5 19C4 9 10 4 20 4c0 10-5 16-15 15m0 0c2-5 5-8 9-10',
  wallet: 'M3 7h16v13H3zM3 7l12-4v4M15 13h6v3h-6a1.5 1.5 0 0 1 0-3',
  cash: 'M2 6h20v12H2zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6M5 9v.01M19 15v.01',
  coin: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M10 17V7h3a3 3 0 0 1 0 6h-3',
  phone: 'M7 2h10v20H7zM11 18h2',
  lock: 'M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4M12 15v2',
  person: 'M12 3a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M4 21c0-8 16-8 16 0',
  people: 'M9 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M2 21c0-7 14-7 14 0M16 4a4 4 0 0 1 0 8M18 14c3 1 4 3 4 7',
  home: 'm3 11 9-8 9 8M5 10v11h14V10M10 21v-6h4v6',
  book: 'M12 6C9 4 6 4 3 5v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14',
  chart: 'M4 20V4M4 20h17M8 16v-4M12 16V8M16 16v-6',
  paper: 'M6 2h9l4 4v16H6zM14 2v5h5M9 12h7M9 16h7',
  photo: 'M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 5M15 9v.01',
  upload: 'M12 16V4m-5 5 5-5 5 5M4 16v5h16v-5',
  download: 'M12 4v12m-5-5 5 5 5-5M4 16v5h16v-5',
  print: 'M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 1H4zM10 21h4',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 4v16l13-8z',
  refresh: 'M20 5v5h-5M4 19v-5h5M5 10a8 8 0 0 1 14-2l1 2M19 14a8 8 0 0 1-14 2l-1-2',
  filter: 'M4 6h16M7 12h10M10 18h4',
  sort: 'M8 4v16m-4-4 4 4 4-4M16 20V4m-4 4 4-4 4 4',
  edit: 'm4 20 1-5L16 4l4 4L9 19zM13 7l4 4',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6',
  settings: 'M4 8h8M18 8h2M4 16h2M12 16h8M15 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M9 13a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
  map: 'm3 6 6-3 6 3 6-3v15l-6 3-6-3-6 3zM9 3v15M15 6v15',
  flag: 'M5 21V4M5 4h13l-3 5 3 5H5',
  star: 'm12 3 3 6 6 1-4.5 4.5 1 6.5-5.5-3-5.5 3 1-6.5L3 10l6-1z',
  send: 'M21 3 3 10l7 3 3 8zM10 13 21 3',
  out: 'M10 4H4v16h6M9 12h12m-5-5 5 5-5 5',
  offline:
    'M3 3l18 18M2 9a15 15 0 0 1 5-3M11 5a15 15 0 0 1 11 4M5 13a10 10 0 0 1 4-2M15 11a10 10 0 0 1 4 2M8.5 16.5a5 5 0 0 1 7 0M12 20v.01',
  menu: 'M4 6h16M4 12h16M4 18h16',
  fire: 'M12 3c1 4 6 6 6 11a6 6 0 0 1-12 0c0-3 2-4 3-6 1 1 2 2 2 3 1-2 2-4 1-8',
} as const;

/** A small picture beside a word. It says nothing by itself: the word carries the meaning. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className ? `icon ${className}` : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  );
}
