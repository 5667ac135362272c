import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { colourTables } from '../../../core/drawing/colours.ts';

const renderer = path.resolve(import.meta.dirname, '..', '..', '..', 'renderer');
const sheet = readFileSync(path.join(renderer, 'ui', 'tokens.css'), 'utf8');

type Theme = 'light' | 'dark' | 'contrast';
type Tokens = ReadonlyMap<string, string>;

/** Custom properties within one rule. */
function declarations(selector: string): Map<string, string> {
  const start = sheet.indexOf(`${selector} {`);
  const body = sheet.slice(start, sheet.indexOf('\n}', start));
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

function themeTokens(theme: Theme): Tokens {
  const scheme = theme === 'light' ? 1 : 2;
  const base = [...declarations(':root')].map(([name, value]): [string, string] => {
    const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value);
    return [name, pair?.[scheme] ?? value];
  });
  return new Map([...base, ...(theme === 'contrast' ? declarations(':root[data-theme="contrast"]') : [])]);
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const PANELS = ['panel', 'panel2', 'field'];
const EVERYWHERE = ['bg', ...PANELS, 'hover', 'act'];

/** Text in the first on every ground of the second. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['txt', EVERYWHERE],
  ['mut', EVERYWHERE],
  ['accent', [...PANELS, 'act']],
  ['link', EVERYWHERE],
  ['blue', [...PANELS, 'paper']],
  ['vermilion', [...PANELS, 'paper']],
  ['teal', [...PANELS, 'paper']],
  ['amber', [...PANELS, 'paper']],
  ['ink', ['paper', 'fill', 'building', 'road']],
  ['on-accent', ['accent']],
  ['on-marking', ['marking']],
];

/** Edges of controls, marks, lines of the drawing. */
const CONTROLS: readonly (readonly [string, readonly string[]])[] = [
  ['edge', ['panel', 'field']],
  ['accent', [...EVERYWHERE, 'paper']],
  ['blue', EVERYWHERE],
  ['vermilion', EVERYWHERE],
  ['teal', EVERYWHERE],
  ['amber', EVERYWHERE],
  ['snap', ['paper']],
  ['thin', ['paper']],
];

function tooClose(tokens: Tokens, pairs: typeof TEXT, least: number): string[] {
  return pairs.flatMap(([ink, grounds]) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(tokens.get(ink) ?? '', tokens.get(ground) ?? '');
      return ratio >= least ? [] : [`${ink} on ${ground}: ${ratio.toFixed(2)}`];
    }),
  );
}

describe.each(['light', 'dark', 'contrast'] as const)('the %s theme', (theme) => {
  const tokens = themeTokens(theme);

  test('keeps 4.5 between text and what is behind it', () => {
    expect(tooClose(tokens, TEXT, 4.5)).toEqual([]);
  });

  test('keeps 3 between controls, marks and what is behind them', () => {
    expect(tooClose(tokens, CONTROLS, 3)).toEqual([]);
  });

  test('has the colours of the drawing', () => {
    const drawing = colourTables[theme];
    const same = {
      ink: drawing.ink,
      thin: drawing.thin,
      paper: drawing.paper,
      fill: drawing.fill,
      building: drawing.building,
      road: drawing.road,
      roadmark: drawing.roadmark,
      blue: drawing.proposed,
      vermilion: drawing.fail,
      teal: drawing.pass,
      amber: drawing.warn,
      accent: drawing.accent,
      snap: drawing.snap,
    };
    expect(Object.fromEntries(Object.keys(same).map((name) => [name, tokens.get(name)]))).toEqual(same);
  });
});

test('contrast is measured as WCAG measures it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

test('every custom property that a style sheet of the window uses is a token or its own', () => {
  const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  const known = new Set([...themeTokens('light').keys(), 'trigger-width', 'tree-item-level']);
  const unknown = sheets.flatMap((file) => {
    const text = readFileSync(path.join(renderer, file), 'utf8');
    const own = new Set([...text.matchAll(/--([\w-]+)\s*:/g)].map(([, name]) => name));
    return [...text.matchAll(/var\(--([\w-]+)(,?)/g)]
      .filter(([, name, hasFallback]) => !known.has(name!) && !own.has(name) && hasFallback === '')
      .map(([, name]) => `${file}: --${name}`);
  });
  expect(sheets.length).toBeGreaterThan(10);
  expect(unknown).toEqual([]);
});
