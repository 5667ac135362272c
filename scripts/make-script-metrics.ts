/** Writes core/drawing/scripts/script-advances.ts from out/fonts: node scripts/make-script-metrics.ts */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Blob, Buffer, Face, Feature, Font, shape } from 'harfbuzzjs';
import { type ScriptFamily, scriptFamilies } from '../core/drawing/scripts/families.ts';

type FontFile = { readonly font: Font; readonly points: readonly number[] };

const root = path.join(import.meta.dirname, '..');
const [JOINER, VIRAMA, KA] = ['\u200d', '\u094d', '\u0915'];
const [TATWEEL, BEH] = ['\u0640', '\u0628'];
/** Rarer letters are measured as they stand alone. */
const LAST_JOINED = 0x6ff;
const ALEFS = ['\u0622', '\u0623', '\u0625', '\u0627', '\u0671'];
const CONSONANTS = Array.from({ length: 0x939 - 0x915 + 1 }, (_, index) =>
  String.fromCodePoint(0x915 + index),
);
/** What most letters of East Asia are wide. */
const FULL = 1000;

function open({ file, ranges }: ScriptFamily, weight: string): FontFile {
  const face = new Face(
    new Blob(new Uint8Array(readFileSync(path.join(root, 'out', 'fonts', `${file}-${weight}.ttf`))).buffer),
  );
  const points = [...face.collectUnicodes()].filter((point) =>
    ranges.some(([first, last]) => first <= point && point <= last),
  );
  return { font: new Font(face), points };
}

/** The glyphs of a text without those of the joiners that were put beside it. */
function glyphs(font: Font, text: string): readonly (readonly [id: number, advance: number])[] {
  const joiner = shaped(font, JOINER)[0]?.[0];
  return shaped(font, text).filter(([id]) => id !== joiner);
}

function shaped(font: Font, text: string): (readonly [id: number, advance: number])[] {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer, [new Feature('kern', 0)]);
  return buffer
    .getGlyphInfosAndPositions()
    .map(({ codepoint, xAdvance }) => [codepoint, xAdvance ?? 0] as const);
}

const widthOf = (font: Font, text: string) =>
  glyphs(font, text).reduce((sum, [, advance]) => sum + advance, 0);
const shapeOf = (font: Font, text: string) =>
  glyphs(font, text)
    .map(([id]) => id)
    .join(' ');

/** Runs of neighbouring code points as `[first, [values]]`. */
function runs(values: ReadonlyMap<number, unknown>): string {
  const found: { first: number; values: unknown[] }[] = [];
  for (const point of [...values.keys()].toSorted((one, other) => one - other)) {
    const last = found.at(-1);
    if (last && last.first + last.values.length === point) last.values.push(values.get(point));
    else found.push({ first: point, values: [values.get(point)] });
  }
  return JSON.stringify(found.map(({ first, values: run }) => [first, run]));
}

/** What a letter alone adds to a line; a mark adds what it adds to another letter. */
function ownAdvance(font: Font, point: number): number {
  const letter = String.fromCodePoint(point);
  if (!/\p{M}/u.test(letter)) return widthOf(font, letter);
  return /\p{Mc}/u.test(letter) ? widthOf(font, KA + letter) - widthOf(font, KA) : 0;
}

/** Advances of the initial, medial and final forms of what joins; what does not change has none. */
function arabicForms({ font, points }: FontFile): Map<number, readonly (number | null)[]> {
  const forms = new Map<number, readonly (number | null)[]>();
  for (const point of points) {
    const letter = String.fromCodePoint(point);
    if (point > LAST_JOINED || !/\p{L}/u.test(letter)) continue;
    if (shapeOf(font, JOINER + letter) === shapeOf(font, letter)) continue;
    const opens = shapeOf(font, letter + JOINER) !== shapeOf(font, letter);
    const final = widthOf(font, JOINER + letter);
    const open = opens
      ? [widthOf(font, letter + JOINER), widthOf(font, JOINER + letter + JOINER)]
      : [null, null];
    forms.set(point, [...open, final]);
  }
  // The stroke that lengthens a word looks at letters alone, not at joiners.
  const between = (before: string, after: string) =>
    widthOf(font, before + TATWEEL + after) -
    (before ? widthOf(font, before + JOINER) : 0) -
    (after ? widthOf(font, JOINER + after) : 0);
  return forms.set(0x640, [between('', BEH), between(BEH, BEH), between(BEH, '')]);
}

function lamAlef(font: Font): string {
  const pairs = ALEFS.map((alef) => [
    alef.codePointAt(0),
    widthOf(font, `\u0644${alef}`),
    widthOf(font, `${JOINER}\u0644${alef}`),
  ]);
  return JSON.stringify(pairs);
}

/** How much wider or narrower two joined consonants are than the half of the first beside the second. */
function conjuncts(font: Font, halfOf: (consonant: string) => number): string {
  const rows = CONSONANTS.map((first) => {
    const row: [number, number][] = [];
    CONSONANTS.forEach((second, index) => {
      const off = widthOf(font, first + VIRAMA + second) - halfOf(first) - widthOf(font, second);
      if (off !== 0) row.push([index, off]);
    });
    return row.flat();
  });
  return JSON.stringify(rows);
}

function devanagari({ font }: FontFile): string {
  // Ra before a consonant stands above it.
  const halfOf = (consonant: string) =>
    consonant === '\u0930' ? 0 : widthOf(font, consonant + VIRAMA + JOINER);
  const underRa = ['\u0941', '\u0942', '\u0943'].map((sign) => [
    sign.codePointAt(0),
    widthOf(font, `\u0930${sign}`) - widthOf(font, '\u0930'),
  ]);
  return `{ halves: ${JSON.stringify(CONSONANTS.map(halfOf))}, conjuncts: ${conjuncts(font, halfOf)}, underRa: ${JSON.stringify(underRa)} }`;
}

function eastAsian({ font, points }: FontFile): string {
  const advances = points.map((point) => [point, font.glyphHAdvance(font.nominalGlyph(point) ?? 0)] as const);
  return runs(new Map(advances.filter(([point, advance]) => advance !== FULL && !isSyllable(point))));
}

const isSyllable = (point: number) => point >= 0xac00 && point <= 0xd7a3;

function weightOf(weight: string): string {
  const [arabic, hebrew, deva, thai, sc, tc, jp, kr] = scriptFamilies.map((family) => open(family, weight));
  if (!arabic || !hebrew || !deva || !thai || !sc || !tc || !jp || !kr)
    throw new Error('A family is missing.');
  const own = [arabic, hebrew, deva, thai].flatMap(({ font, points }) =>
    points.map((point) => [point, ownAdvance(font, point)] as const),
  );
  return `{
    runs: ${runs(new Map(own))},
    arabicForms: ${runs(arabicForms(arabic))},
    lamAlef: ${lamAlef(arabic.font)},
    hehAfterLetter: ${widthOf(arabic.font, '\u062f\u0647') - widthOf(arabic.font, '\u062f')},
    devanagari: ${devanagari(deva)},
    syllable: ${kr.font.glyphHAdvance(kr.font.nominalGlyph(0xac00) ?? 0)},
    eastAsian: { sc: ${eastAsian(sc)}, tc: ${eastAsian(tc)}, jp: ${eastAsian(jp)}, kr: ${eastAsian(kr)} },
  }`;
}

const text = `// Generated by scripts/make-script-metrics.ts from out/fonts. Not edited by hand.

/** A run of neighbouring code points: the first of them, and something of each. */
export type Run<T> = readonly [firstCodePoint: number, values: readonly T[]];
/** Advances of a letter's initial, medial and final form; null where it does not join what follows. */
export type Forms = readonly (number | null)[];

/** Advances in font units, ${FULL} to the size of the text, of one weight. */
export type ScriptAdvances = {
  /** Of letters that stand alone; a mark has what it adds. */
  readonly runs: readonly Run<number>[];
  readonly arabicForms: readonly Run<Forms>[];
  /** Of lam with each alef: the alef, alone and joined to what is before. */
  readonly lamAlef: readonly (readonly number[])[];
  /** Of heh that joins nothing, at the end of a word. */
  readonly hehAfterLetter: number;
  /** By the consonants from ka on: of their halves, and pairs of the second consonant and what a conjunct differs by. */
  readonly devanagari: {
    readonly halves: readonly number[];
    readonly conjuncts: readonly (readonly number[])[];
    readonly underRa: readonly (readonly number[])[];
  };
  /** Of a syllable of hangul. */
  readonly syllable: number;
  /** Of what is not as wide as it is high. */
  readonly eastAsian: { readonly [F in 'sc' | 'tc' | 'jp' | 'kr']: readonly Run<number>[] };
};

export const scriptAdvances: { readonly [W in 'regular' | 'semibold']: ScriptAdvances } = {
  regular: ${weightOf('Regular')},
  semibold: ${weightOf('SemiBold')},
};
`;
writeFileSync(path.join(root, 'core', 'drawing', 'scripts', 'script-advances.ts'), text);
