import bidiFactory from 'bidi-js';
import type { Page, Path, PathStep, TextItem } from '../../core/drawing/draw-item.ts';
import { hasScripts, type ScriptFamily } from '../../core/drawing/scripts/families.ts';
import { isRightToLeft } from '../../core/drawing/scripts/line-direction.ts';
import { familyOfEach, fontFile, fontKey, type LetterFont } from './letter-fonts.ts';

type Weight = TextItem['weight'];
type HarfBuzz = typeof import('harfbuzzjs');
type Shaper = InstanceType<HarfBuzz['Font']>;

/** A glyph where it stands in its line, in units of the text's size from the line's left end, +y up. */
export type SetGlyph = {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** The letters that it stands for; none where another glyph of theirs does. */
  readonly codePoints: readonly number[];
  /** The same for the glyphs of the same letters. */
  readonly cluster: number;
  /** How far it moves the pen. */
  readonly advance: number;
};
export type SetRun = {
  readonly font: LetterFont;
  readonly glyphs: readonly SetGlyph[];
  /** Its letters in the order in which they are written, and whether they run from right to left. */
  readonly text: string;
  readonly isFromRight: boolean;
  /** Where it begins and ends in its line. */
  readonly start: number;
  readonly end: number;
};
/** A line as it is read from left to right, whatever the order in which it is written. */
export type SetLine = { readonly runs: readonly SetRun[]; readonly width: number };

/** Letters of one font and one direction. */
type Run = { readonly family: ScriptFamily | null; readonly level: number; text: string };

// Every painter sets letters without kerning, as core measures them; Inter's other features are baked in.
const OFF = { scripts: ['kern'], inter: ['kern', 'liga', 'calt'] };
/** What HarfBuzz counts in, to the size of a text: much finer than any font's own units. */
const SCALE = 64_000;

/** Sets lines in which there are letters that Inter does not have. */
export type LineSetter = {
  /** A line whose letters all are bundled, see `bundledLine`. */
  set(text: string, weight: Weight): SetLine;
  /** A line's outlines, for a size of 1 from its left end, +y up. */
  outline(line: SetLine): Path;
};

const hasSome = ({ groups }: Page): boolean =>
  groups.some(({ items }) => items.some((item) => item.type === 'text' && item.lines.some(hasScripts)));

/** The setter of what pages have; null, and nothing loaded, where Inter sets all of it. */
export async function lineSetter(pages: readonly Page[]): Promise<LineSetter | null> {
  if (!pages.some(hasSome)) return null;
  const harfBuzz = await import('harfbuzzjs');
  const shapers = new Map<string, Shaper>();
  const shaperOf = (font: LetterFont): Shaper => {
    const known = shapers.get(fontKey(font));
    if (known) return known;
    const { Blob, Face, Font } = harfBuzz;
    const shaper = new Font(new Face(new Blob(new Uint8Array(fontFile(font)).buffer)));
    shaper.setScale(SCALE, SCALE);
    shapers.set(fontKey(font), shaper);
    return shaper;
  };
  return {
    set: (text, weight) => setLine(text, (run) => shape(run, { harfBuzz, weight, shaperOf })),
    outline: ({ runs }) =>
      runs.flatMap(({ font, glyphs }) => {
        const shaper = shaperOf(font);
        return glyphs.flatMap((glyph) => glyphOutline(shaper, glyph));
      }),
  };
}

type ShapedRun = Pick<SetRun, 'font' | 'glyphs'> & { readonly width: number };

function setLine(text: string, shaped: (run: Run) => ShapedRun): SetLine {
  let end = 0;
  const runs = inReadingOrder(runsOf(text)).map((run) => {
    const { font, glyphs, width } = shaped(run);
    const start = end;
    end += width;
    const moved = glyphs.map((glyph) => ({ ...glyph, x: glyph.x + start }));
    return { font, glyphs: moved, text: run.text, isFromRight: run.level % 2 === 1, start, end };
  });
  return { runs, width: end };
}

const bidi = bidiFactory();

function runsOf(text: string): readonly Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, isRightToLeft(text) ? 'rtl' : 'ltr');
  const runs: Run[] = [];
  let at = 0;
  for (const { letter, family: found } of familyOfEach(text)) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    const isJoiner = letter === '\u200c' || letter === '\u200d';
    const family = isJoiner && last ? last.family : found === 'missing' ? null : found;
    if (last && last.family === family && (last.level === level || isJoiner)) last.text += letter;
    else runs.push({ family, level, text: letter });
    at += letter.length;
  }
  return runs;
}

/** Rule L2 of Unicode's bidirectional algorithm: from the highest level down, what is at least of it is turned. */
function inReadingOrder(runs: readonly Run[]): readonly Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? 0) >= level) end += 1;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}

type Shaping = {
  readonly harfBuzz: HarfBuzz;
  readonly weight: Weight;
  readonly shaperOf: (font: LetterFont) => Shaper;
};

function shape({ text, family, level }: Run, { harfBuzz, weight, shaperOf }: Shaping): ShapedRun {
  const font = { family, weight };
  const buffer = new harfBuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? harfBuzz.Direction.RTL : harfBuzz.Direction.LTR);
  const off = family ? OFF.scripts : OFF.inter;
  harfBuzz.shape(
    shaperOf(font),
    buffer,
    off.map((name) => new harfBuzz.Feature(name, 0)),
  );
  const found = buffer.getGlyphInfosAndPositions();
  const clusters = [...new Set(found.map(({ cluster }) => cluster))].toSorted((one, other) => one - other);
  const told = new Set<number>();
  let pen = 0;
  const glyphs = found.map(({ codepoint, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
    const end = clusters[clusters.indexOf(cluster) + 1];
    const letters = told.has(cluster) ? '' : text.slice(cluster, end);
    told.add(cluster);
    const x = (pen + xOffset) / SCALE;
    pen += xAdvance;
    const codePoints = [...letters].map((letter) => letter.codePointAt(0) ?? 0);
    return { id: codepoint, x, y: yOffset / SCALE, codePoints, cluster, advance: xAdvance / SCALE };
  });
  return { font, glyphs, width: pen / SCALE };
}

function glyphOutline(shaper: Shaper, { id, x, y }: SetGlyph): readonly PathStep[] {
  const [u, v] = [(value = 0) => x + value / SCALE, (value = 0) => y + value / SCALE];
  let [left, top] = [0, 0];
  return shaper.glyphToJson(id).map(({ type, values }): PathStep => {
    const [a, b, c, d, e, f] = values;
    const [fromLeft, fromTop] = [left, top];
    [left, top] = [u(values.at(-2)), v(values.at(-1))];
    if (type === 'Z') return ['Z'];
    if (type === 'M') return ['M', left, top];
    if (type === 'L') return ['L', left, top];
    if (type === 'C') return ['C', u(a), v(b), u(c), v(d), u(e), v(f)];
    // A parabola, as the cubic curve that it is.
    const third = (from: number, to: number) => from + (2 / 3) * (to - from);
    return ['C', third(fromLeft, u(a)), third(fromTop, v(b)), third(left, u(a)), third(top, v(b)), left, top];
  });
}
