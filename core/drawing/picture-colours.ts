import type { LineLook, PictureItem, SurfaceLook } from '../analysis/picture/picture-item.ts';
import type { ColourTheme } from './colours.ts';

/** What a surface of a camera's picture is painted with: from no light on it to all. */
type Shades = { readonly dark: string; readonly lit: string };
type PictureColours = {
  readonly surfaces: { readonly [L in SurfaceLook]: Shades };
  readonly lines: { readonly [L in LineLook]: string };
};

const shades = (dark: string, lit: string): Shades => ({ dark, lit });
const one = (colour: string): Shades => shades(colour, colour);

/* A picture is no drawing: its colours are those of things by day, muted, so that the person stands out. */
const light: PictureColours = {
  surfaces: {
    sky: one('#e4ecf2'),
    ground: one('#cfd2ce'),
    mount: one('#868b8e'),
    wall: shades('#98938b', '#d3cec5'),
    fence: shades('#8d877d', '#bdb6aa'),
    building: shades('#848a91', '#c3c8cd'),
    obstacle: shades('#6f8268', '#a4b69b'),
    glass: one('#6fa8c9'),
    mesh: one('#5d6770'),
    trousers: one('#1d3a52'),
    clothes: one('#0072b2'),
    skin: one('#d9a577'),
    hair: one('#3d2b1f'),
    features: one('#2a1a12'),
  },
  lines: { edge: '#4a5057', 'fine-grid': '#bcc0bc', grid: '#9aa09b', horizon: '#8b949c' },
};

const dark: PictureColours = {
  surfaces: {
    sky: one('#20282e'),
    ground: one('#2d3133'),
    mount: one('#55595c'),
    wall: shades('#57534d', '#918c84'),
    fence: shades('#4f4b45', '#7d776d'),
    building: shades('#4a5056', '#7f868d'),
    obstacle: shades('#42513d', '#6c7f64'),
    glass: one('#5b9cc2'),
    mesh: one('#9aa3ab'),
    trousers: one('#2c6f9c'),
    clothes: one('#56b4e9'),
    skin: one('#e0b48c'),
    hair: one('#4a3527'),
    features: one('#20140d'),
  },
  lines: { edge: '#14171a', 'fine-grid': '#3a3f42', grid: '#555b5f', horizon: '#6c757d' },
};

// White edges on black surfaces, the person in the window's yellow.
const contrast: PictureColours = {
  surfaces: {
    ...dark.surfaces,
    sky: one('#000000'),
    ground: one('#101010'),
    mount: one('#3a3a3a'),
    wall: shades('#1c1c1c', '#2e2e2e'),
    fence: shades('#1c1c1c', '#2e2e2e'),
    building: shades('#1c1c1c', '#2e2e2e'),
    obstacle: shades('#1c1c1c', '#2e2e2e'),
    mesh: one('#c8c8c8'),
    trousers: one('#b39500'),
    clothes: one('#ffd400'),
    skin: one('#ffffff'),
    hair: one('#b39500'),
    features: one('#000000'),
  },
  lines: { edge: '#ffffff', 'fine-grid': '#4a4a4a', grid: '#8f8f8f', horizon: '#ffffff' },
};

const tables: { readonly [T in ColourTheme]: PictureColours } = { light, dark, contrast, print: light };

/** How much of what is behind is covered by what is seen through. */
const opacities: { readonly [L in SurfaceLook]?: number } = { glass: 0.28, mesh: 0.45 };

/** Widths of lines in a picture as parts of its height. */
const widths: { readonly [L in LineLook]: number } = {
  edge: 1 / 600,
  'fine-grid': 1 / 900,
  grid: 1 / 600,
  horizon: 1 / 600,
};

/** How an item of a picture is painted; the width of a line as a part of the height of the picture. */
export type PicturePaint = { readonly colour: string; readonly opacity: number; readonly width: number };

/** The paint of an item in a theme; what is opaque is as wide at its edges as hides where parts of it meet. */
export function paintOf(item: PictureItem, theme: ColourTheme): PicturePaint {
  if (item.type === 'line')
    return { colour: tables[theme].lines[item.look], opacity: 1, width: widths[item.look] };
  const { dark: from, lit } = tables[theme].surfaces[item.look];
  const opacity = opacities[item.look] ?? 1;
  return { colour: between(from, lit, item.light), opacity, width: opacity === 1 ? 1 / 1200 : 0 };
}

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));

function between(from: string, to: string, part: number): `#${string}` {
  const ends = channels(to);
  const mixed = channels(from).map((value, index) => Math.round(value + ((ends[index] ?? 0) - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
