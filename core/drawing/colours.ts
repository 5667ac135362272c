import type { Ink, InkToken } from './draw-item.ts';

export type ColourTheme = 'light' | 'dark' | 'contrast' | 'print';

type Colours = { readonly [T in InkToken]: string };

// Meaning has the colours of Okabe and Ito's set, darkened or lightened until they keep 3:1 on the paper.
const light: Colours = {
  ink: '#20262b',
  thin: '#8b949c',
  muted: '#5d6770',
  paper: '#ffffff',
  fill: '#f3f4f5',
  building: '#fafafa',
  proposedfill: '#c2dcec',
  road: '#eef0f1',
  roadmark: '#aeb6bd',
  existing: '#20262b',
  proposed: '#0072b2',
  deficient: '#c44601',
  removed: '#6f7880',
  public: '#00795c',
  restricted: '#c44601',
  clear: '#7a828a',
  coverage: '#0072b2',
  accent: '#a32cc4',
  snap: '#c4137f',
  fail: '#c44601',
  warn: '#8a6100',
  pass: '#00795c',
};

const dark: Colours = {
  ink: '#e3e6e8',
  thin: '#6c757d',
  muted: '#9aa3ab',
  paper: '#15181a',
  fill: '#1f2428',
  building: '#1b1f22',
  proposedfill: '#2a536a',
  road: '#22272b',
  roadmark: '#5a636b',
  existing: '#e3e6e8',
  proposed: '#56b4e9',
  deficient: '#f0804f',
  removed: '#8a939b',
  public: '#2fbf9b',
  restricted: '#f0804f',
  clear: '#7d868e',
  coverage: '#56b4e9',
  accent: '#d873ee',
  snap: '#ff6fc0',
  fail: '#f0804f',
  warn: '#e6a91b',
  pass: '#2fbf9b',
};

// White on black, as the window's high-contrast theme is.
const contrast: Colours = {
  ...dark,
  ink: '#ffffff',
  thin: '#c8c8c8',
  muted: '#ffffff',
  paper: '#000000',
  fill: '#0d0d0d',
  building: '#101010',
  road: '#161616',
  roadmark: '#c8c8c8',
  existing: '#ffffff',
  removed: '#c8c8c8',
  clear: '#c8c8c8',
  accent: '#ffd400',
};

export const colourTables: { readonly [T in ColourTheme]: Colours } = { light, dark, contrast, print: light };

/** `#rrggbb` of an ink in a theme; a layer's own colour stays what it is. */
export function colourOf(ink: Ink, theme: ColourTheme): string {
  return ink.startsWith('#') ? ink : colourTables[theme][ink as InkToken];
}
