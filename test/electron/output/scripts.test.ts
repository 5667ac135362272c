import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { writeSvg } from '../../../core/codec/svg.ts';
import { scriptFamilies } from '../../../core/drawing/scripts/families.ts';
import { inBundledLetters } from '../../../electron/output/bundled-letters.ts';
import { fontFile } from '../../../electron/output/letter-fonts.ts';
import { paintPdf } from '../../../electron/output/pdf-painter.ts';
import { lineSetter, type SetLine } from '../../../electron/output/set-lines.ts';
import { svgLines } from '../../../electron/output/svg-lines.ts';
import {
  difference,
  inkOf,
  pdfDarkness,
  pngDarkness,
  svgDarkness,
} from '../../support/pictures/painted-page.ts';
import { everyLine, FIRST_MM, LINE_MM, pageOfLines, scriptLines } from '../../support/script-lines.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

const setter = await lineSetter([pageOfLines(everyLine)]);
function setLine(text: string, weight: 'regular' | 'semibold' = 'regular'): SetLine {
  if (!setter) throw new Error('There is nothing to set.');
  return setter.set(text, weight);
}

const glyphsOf = (text: string) => setLine(text).runs.flatMap(({ glyphs }) => glyphs);
const idsOf = (text: string) => glyphsOf(text).map(({ id }) => id);
const familiesOf = (text: string) => setLine(text).runs.map(({ font }) => font.family?.id ?? 'inter');

/** A line as one reads it: each glyph's letters, from left to right. */
const readFromLeft = (text: string) =>
  glyphsOf(text)
    .toSorted((one, other) => one.x - other.x)
    .map(({ codePoints }) => String.fromCodePoint(...codePoints))
    .join('');

describe.each(Object.entries(scriptLines))('%s', (_script, lines) => {
  test('is the same in the PDF and the PNG', async () => {
    const page = pageOfLines(lines);
    const [pdf, png] = [await pdfDarkness(page), await pngDarkness(page)];
    expect(inkOf(pdf)).toBeGreaterThan(lines.length * 20_000);
    expect(difference(pdf, png)).toBeLessThan(0.16);
  });

  test('has a glyph for every letter, in both weights', () => {
    for (const line of lines) {
      for (const weight of ['regular', 'semibold'] as const) {
        const ids = setLine(line, weight).runs.flatMap(({ glyphs }) => glyphs.map(({ id }) => id));
        expect(ids.length).toBeGreaterThan(line.length / 2);
        expect(ids).not.toContain(0);
      }
    }
    expect(inBundledLetters([pageOfLines(lines)]).remarks).toEqual([]);
  });
});

test('turned, bold, with a halo and from the other end it is the same too', async () => {
  const lines = scriptLines.mixed ?? [];
  for (const place of [
    { weight: 'semibold', anchor: 'end' },
    { anchor: 'middle', angle: 0.2, halo: true },
  ] as const) {
    const page = pageOfLines(lines, place);
    expect(difference(await pdfDarkness(page), await pngDarkness(page))).toBeLessThan(0.22);
  }
});

/** Words as text for resvg, which has its own shaping and its own order of letters. */
function plainSvg(words: readonly string[], family: string): string {
  const texts = words.map(
    (word, index) => `<text x="5" y="${FIRST_MM + index * LINE_MM}" kerning="0">${word}</text>`,
  );
  const { widthMm, heightMm } = pageOfLines(words);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthMm} ${heightMm}" font-family="${family}" font-size="6" fill="#1b232c"><rect width="200" height="400" fill="#ffffff"/>${texts.join('')}</svg>`;
}

test.each([
  ['arabic', 'Noto Sans Arabic'],
  ['persian', 'Noto Sans Arabic'],
  ['hebrew', 'Noto Sans Hebrew'],
] as const)('words in %s are as another program shapes them', async (script, name) => {
  const words = (scriptLines[script] ?? []).flatMap((line) => line.split(' '));
  const page = pageOfLines(words);
  const family = scriptFamilies.find((each) => each.name === name);
  const theirs = await svgDarkness(plainSvg(words, name), page, [
    { family: family ?? null, weight: 'regular' },
  ]);
  expect(difference(theirs, await pngDarkness(page))).toBeLessThan(0.08);
});

describe('shaping', () => {
  test('letters of Arabic are joined, not set as they stand alone', () => {
    const alone = [...'مدخل'].flatMap((letter) => idsOf(letter));
    const joined = idsOf('مدخل');
    expect(joined).toHaveLength(alone.length);
    expect(joined.filter((id) => alone.includes(id)).length).toBeLessThan(alone.length - 2);
  });

  test('what keeps letters apart does so, and lam with alef is one', () => {
    expect(idsOf('می\u200cشود')).not.toEqual(idsOf('میشود'));
    expect(setLine('لا').width).toBeLessThan(setLine('ل').width + setLine('ا').width);
  });

  test('the sign for i stands before the consonants that it is spoken after', () => {
    const [first, second] = glyphsOf('कि');
    expect(second?.id).toBe(idsOf('क')[0]);
    expect(first?.x).toBeLessThan(second?.x ?? 0);
    expect(idsOf('क्ष')).toHaveLength(1);
  });

  test.each(['सुरक्षा', 'प्रवेश', 'हिन्दी', 'विद्यालय', 'क्षेत्र', 'मार्ग', 'ट्रक'])(
    'the glyphs of %s are those of another shaper',
    (word) => {
      const family = scriptFamilies.find(({ id }) => id === 'devanagari') ?? null;
      const font = fontkit.create(fontFile({ family, weight: 'regular' })) as fontkit.Font;
      const run = font.layout(word);
      let pen = 0;
      const theirs = run.glyphs.map(({ id }, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[index] ?? {};
        const placed = [id, Math.round(pen + xOffset), Math.round(yOffset)];
        pen += xAdvance;
        return placed;
      });
      const ours = glyphsOf(word).map(({ id, x, y }) => [id, Math.round(x * 1000), Math.round(y * 1000)]);
      expect(ours).toEqual(theirs);
    },
  );

  test('a tone mark over a vowel of Thai stands above it, not on it', () => {
    const [, tone, above] = glyphsOf('น้ำ');
    expect(tone && above && tone.id !== above.id).toBe(true);
    expect(idsOf('น้ำ')).not.toContain(0);
    expect(setLine('ที่').width).toBe(setLine('ท').width);
  });
});

describe('order', () => {
  test.each([
    ['שער 12', '12 רעש'],
    ['Gate שער', 'Gate רעש'],
    ['שער Gate', 'Gate רעש'],
    ['Tor 4: שער ראשי', 'Tor 4: ישאר רעש'],
    ['שער (12) א', 'א )12( רעש'],
    ['A שער 12 B', 'A 12 רעש B'],
    ['בבב ١٢٣', '١٢٣ בבב'],
  ])('%s', (written, fromLeft) => {
    expect(readFromLeft(written)).toBe(fromLeft);
  });

  test('brackets are mirrored where they run from right to left', () => {
    const bracket = (line: string) =>
      setLine(line).runs.find(({ font }) => font.family === null)?.glyphs[0]?.id;
    expect(bracket('א(א')).toBe(idsOf(')')[0]);
    expect(bracket('主(口')).toBe(idsOf('(')[0]);
  });

  test('spaces and figures are of Inter, marks of the letter before them', () => {
    expect(new Set(familiesOf('בב 12 בב'))).toEqual(new Set(['hebrew', 'inter']));
    expect(familiesOf('漢A')).toEqual(['tc', 'inter']);
    expect(familiesOf('हि')).toEqual(['devanagari']);
  });
});

test('Han letters are of the country that the line is of', () => {
  expect(familiesOf('会议室')).toEqual(['sc']);
  expect(familiesOf('臺北車站')).toEqual(['tc']);
  expect(familiesOf('会議室')).toEqual(['jp']);
  expect(familiesOf('車カ')).toEqual(['jp']);
  expect(familiesOf('보안門')).toEqual(['kr', 'tc']);
});

test('the PDF has its fonts cut to what is used, and its words can be found', async () => {
  const page = pageOfLines(['主入口 安全检查', '출입구', 'ทางเข้า', 'Gate 3']);
  const file = path.join(temporaryFolder(), 'found.pdf');
  writeFileSync(file, await paintPdf([page], () => null));
  const run = (program: string, ...more: string[]) => execFileSync(program, [...more], { encoding: 'utf8' });
  expect(run('qpdf', '--check', file)).toMatch(/No syntax/);
  const fonts = run('pdffonts', file).trim().split('\n').slice(2);
  expect(fonts.map((font) => /\+(\S+)/.exec(font)?.[1])).toEqual([
    ...['NotoSansSC-Regular', 'Inter-Regular', 'NotoSansKR-Regular', 'NotoSansThai-Regular'],
  ]);
  for (const font of fonts) expect(font).toMatch(/yes yes yes/);
  const words = run('pdftotext', file, '-');
  for (const word of ['主入口', '安全检查', '출입구', 'Gate 3']) expect(words).toContain(word);
  expect((await paintPdf([page], () => null)).length).toBeLessThan(60_000);
});

describe('the text of a PDF is in the order in which it is written', () => {
  const lines = [
    'ทางเข้าหลัก ห้ามจอด น้ำ',
    'ประตู A-1 (เข้า)',
    'मुख्य प्रवेश द्वार कि हिन्दी',
    'क्षेत्र 5 m',
    'المدخل الرئيسي لا إله',
    'بوابة خلفية',
    'שער ראשי',
    'Tor שער',
    '主入口 安全检查',
    'Gate 3',
  ];

  test.each([false, true])('with a halo or without: %s', async (halo) => {
    const page = pageOfLines(lines);
    const groups = page.groups.map((group) => ({
      ...group,
      items: group.items.map((item) => (item.type === 'text' ? { ...item, halo } : item)),
    }));
    const file = path.join(temporaryFolder(), 'order.pdf');
    writeFileSync(file, await paintPdf([{ ...page, groups }], () => null));
    const words = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    const read = words.replace(/\p{Bidi_Control}/gu, '').split(/[\n\f]+/);
    for (const line of lines) expect(read.filter((each) => each === line)).toEqual([line]);
  });
});

test('the SVG has outlines where readers differ, with the text and its families, and text elsewhere', async () => {
  const page = pageOfLines(['Gate بوابة', '主入口 A', 'Gate', 'აბ بوابة']);
  const { lineOf, fontsNamed } = await svgLines([page]);
  const svg = writeSvg(page, () => null, lineOf);
  expect(svg).toContain(`aria-label="Gate بوابة" font-family="'Inter', 'Noto Sans Arabic', sans-serif"`);
  expect(svg).not.toContain('>Gate بوابة<');
  expect(svg).toContain(`<tspan font-family="'Noto Sans SC', sans-serif">主入口</tspan> A</text>`);
  expect(svg).toContain('>Gate</text>');
  expect(svg).toContain('>აბ بوابة</text>');
  expect(fontsNamed().map(({ family }) => family?.id)).toEqual(['sc']);
});
