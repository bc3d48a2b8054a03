/** One stroke shape of an icon, in a 24 × 24 box. */
export type IconShape =
  | { readonly d: string }
  | { readonly circle: readonly [cx: number, cy: number, r: number] };

const circle = (cx: number, cy: number, r: number): IconShape => ({ circle: [cx, cy, r] });
const path = (d: string): IconShape => ({ d });

/** Every icon of the console: 24 px box, round strokes, no fills. */
export const ICONS = {
  inbox: [path('M4 13h4l2 3h4l2-3h4M4 13 7 5h10l3 8v6H4z')],
  board: [path('M4 20V10M10 20V4M16 20v-8M22 20H2')],
  rules: [circle(6, 6, 2.5), circle(18, 12, 2.5), circle(6, 18, 2.5), path('M8.5 6H12a3 3 0 0 1 3 3v.5M8.5 18H12a3 3 0 0 0 3-3v-.5')],
  knowledge: [path('M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11')],
  insights: [path('m3 17 6-6 4 4 8-9M15 6h6v6')],
  settings: [path('M4 7h10M18 7h2M4 17h2M10 17h10'), circle(16, 7, 2), circle(8, 17, 2)],
  website: [circle(12, 12, 8.5), path('M3.5 12h17M12 3.5c2.4 2.4 3.6 5.2 3.6 8.5s-1.2 6.1-3.6 8.5c-2.4-2.4-3.6-5.2-3.6-8.5S9.6 5.9 12 3.5z')],
  people: [circle(9, 8, 3.2), path('M3 19c.6-3.4 2.8-5 6-5s5.4 1.6 6 5M15.5 5.2a3 3 0 0 1 0 5.6M17.5 14.4c1.9.7 3.1 2.2 3.5 4.6')],
  person: [circle(12, 8, 3.5), path('M5 20c.7-3.9 3.2-5.7 7-5.7s6.3 1.8 7 5.7')],
  key: [circle(8, 16, 3.5), path('m10.5 13.5 8-8M16 8l2.5 2.5M13.5 10.5l2 2')],
  search: [circle(11, 11, 6.5), path('m16 16 4.5 4.5')],
  sort: [path('M7 4v16m0 0-3-3m3 3 3-3M13 6h8M13 12h6M13 18h4')],
  clock: [circle(12, 12, 9), path('M12 7v5l3 2')],
  check: [path('m5 12 5 5L19 7')],
  cross: [path('M6 6l12 12M18 6 6 18')],
  arrow: [path('M5 12h13m0 0-5-5m5 5-5 5')],
  back: [path('M19 12H6m0 0 5-5m-5 5 5 5')],
  attach: [path('m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L14.5 7')],
  smile: [circle(12, 12, 8.5), path('M8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01')],
  plus: [path('M12 5v14M5 12h14')],
  minus: [path('M5 12h14')],
  more: [path('M5 12h.01M12 12h.01M19 12h.01')],
  down: [path('m6 9 6 6 6-6')],
  right: [path('m9 6 6 6-6 6')],
  left: [path('m15 6-6 6 6 6')],
  trash: [path('M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5')],
  edit: [path('m4 20 1-4.5L16 4.5a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L8.5 19zM14 6.5l3.5 3.5')],
  copy: [path('M9 9h10v11H9zM15 9V4H5v11h4')],
  link: [path('M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1')],
  external: [path('M14 4h6v6M20 4l-9 9M18 14v6H4V6h6')],
  send: [path('M4 12 20 4l-5 16-3-7zM12 13l8-9')],
  note: [path('M5 4h14v10l-5 6H5zM14 20v-6h5M8.5 9h7M8.5 13h3')],
  spark: [path('M12 3.5c.6 5 3.5 7.9 8.5 8.5-5 .6-7.9 3.5-8.5 8.5-.6-5-3.5-7.9-8.5-8.5 5-.6 7.9-3.5 8.5-8.5z')],
  chat: [path('M4 5h16v11H10l-5 4v-4H4z')],
  eye: [path('M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z'), circle(12, 12, 2.8)],
  lock: [path('M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3')],
  bell: [path('M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4')],
  'bell-off': [path('M6 16.5V11c0-1 .2-1.9.6-2.7M9 5.8A6 6 0 0 1 18 11v5.5l1.5 2h-13M10 21h4M4 4l16 16')],
  warning: [path('M12 4 2.8 20h18.4zM12 10v4.5M12 17.5h.01')],
  info: [circle(12, 12, 9), path('M12 11v5M12 8h.01')],
  help: [circle(12, 12, 9), path('M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.5h.01')],
  sun: [circle(12, 12, 4), path('M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1')],
  moon: [path('M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z')],
  screen: [path('M3.5 5h17v11h-17zM9 20h6M12 16v4')],
  logout: [path('M14 4H5v16h9M10 12h11m0 0-4-4m4 4-4 4')],
  refresh: [path('M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9M20 4v5h-5')],
  undo: [path('M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1')],
  panel: [path('M4 5h16v14H4zM15 5v14')],
  menu: [path('M4 7h16M4 12h16M4 17h16')],
  flag: [path('M5 21V4M5 5h13l-2.5 4L18 13H5')],
  keyboard: [path('M3 7h18v11H3zM7 11h.01M10.5 11h.01M14 11h.01M17 11h.01M8 14.5h8')],
  play: [path('M8 5.5v13l10.5-6.5z')],
  grip: [path('M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01')],
} as const satisfies Readonly<Record<string, readonly IconShape[]>>;

export type IconName = keyof typeof ICONS;
