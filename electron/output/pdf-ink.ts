import type PDFDocument from 'pdfkit';
import { colourOf } from '../../core/drawing/colours.ts';
import type { Fill, Ink, Path, Stroke } from '../../core/drawing/draw-item.ts';
import {
  dashesMm,
  HALO_MM,
  HATCH_MM,
  type PaperPath,
  type PaperText,
} from '../../core/drawing/paper-items.ts';
import { type Pen, tracePath } from '../../core/drawing/trace-path.ts';
import type { Affine as Matrix } from '../../core/geometry/transform.ts';
import type { LetterFont } from './letter-fonts.ts';
import type { PdfLetters } from './pdf-letters.ts';
import type { SetGlyph, SetLine, SetRun } from './set-lines.ts';

type Pdf = InstanceType<typeof PDFDocument>;
export type Rectangle = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

// A hundredth of a millimetre is finer than a printer's dot.
const STEPS_PER_MM = 1000;
const at = (value: number) => String(Math.round(value * STEPS_PER_MM) / STEPS_PER_MM);

function components(ink: Ink): string {
  const colour = Number.parseInt(colourOf(ink, 'print').slice(1), 16);
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
    .map((part) => String(Math.round((part / 255) * 1000) / 1000))
    .join(' ');
}

/**
 * Paths straight into the content of a page, colours and widths written only where they change: twenty
 * thousand records through pdfkit's own calls take several times as long.
 */
export class PdfInk {
  readonly #pdf: Pdf;
  #content = '';
  #state = new Map<string, string>();

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  /** Hands what was written so far to pdfkit: before any of its own calls. */
  flush(): void {
    if (this.#content) this.#pdf.addContent(this.#content);
    this.#content = '';
  }

  save(): void {
    this.flush();
    this.#pdf.save();
  }

  /** Back to what `save` found; colours and widths are written anew after it. */
  restore(): void {
    this.flush();
    this.#pdf.restore();
    this.#state = new Map();
  }

  fillColour(ink: Ink, opacity = 1): void {
    this.#set('fill', `${components(ink)} rg\n`);
    this.#opacity(opacity);
  }

  strokeColour(ink: Ink, opacity = 1): void {
    this.#set('stroke', `${components(ink)} RG\n`);
    this.#opacity(opacity);
  }

  lineWidth(millimetres: number): void {
    this.#set('width', `${at(millimetres)} w\n`);
  }

  path({ path, matrix, fill, stroke }: PaperPath, within: Rectangle): void {
    if (path.length === 0) return;
    const plain = fill && fill.pattern !== 'hatch' ? fill : null;
    if (fill && !plain) this.#hatch({ path, matrix, fill }, within);
    // One painting of both only where neither shows through the other.
    const together = plain && stroke && plain.opacity === 1 && stroke.dash === 'solid';
    if (plain) {
      this.fillColour(plain.ink, plain.opacity);
      if (together) this.#stroke(stroke);
      this.#trace(path, matrix);
      this.#content += together ? 'B\n' : 'f\n';
    }
    if (!stroke || together) return;
    this.#stroke(stroke);
    this.#trace(path, matrix);
    this.#content += 'S\n';
  }

  text(item: PaperText, letters: PdfLetters): void {
    const { text, sizeMm } = item;
    if (text === '') return;
    const { codes, width } = letters.encoded(text);
    this.#letters(item, { width, shown: `/${letters.id} ${at(sizeMm)} Tf ${codes} Tj ` });
  }

  /** A line whose glyphs have their places, each run in its font. */
  line(item: PaperText, { runs, width }: SetLine, lettersOf: (font: LetterFont) => PdfLetters): void {
    const shown = (isRead: boolean) =>
      runs.map((run) => shownRun(run, lettersOf(run.font), { sizeMm: item.sizeMm, isRead })).join('');
    // Its halo is no text of its own.
    const outlined = item.halo ? span('', shown(false)) : '';
    this.#letters(item, { width, shown: shown(true), outlined });
  }

  /** What shows letters from a line's left end on, with the halo behind all of them. */
  #letters(
    { left, top, turn, sizeMm, anchor, ink, halo }: PaperText,
    { width, shown, outlined = shown }: { width: number; shown: string; outlined?: string },
  ): void {
    const back = anchor === 'start' ? 0 : (anchor === 'end' ? 1 : 0.5) * width * sizeMm;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    // Letters stand upright although the page's y runs down.
    const place = `${at(cos)} ${at(sin)} ${at(sin)} ${at(-cos)} ${at(left - cos * back)} ${at(top - sin * back)} Tm`;
    if (halo) {
      this.strokeColour('paper');
      this.lineWidth(HALO_MM);
      this.#set('dash', '[] 0 d\n');
      this.#set('join', '1 j\n');
    }
    this.fillColour(ink);
    const behind = halo ? `${place} 1 Tr ${outlined}0 Tr ` : '';
    this.#content += `BT ${behind}${place} ${shown}ET\n`;
  }

  #stroke({ ink, widthMm, dash }: Stroke): void {
    this.strokeColour(ink);
    this.lineWidth(widthMm);
    this.#set('dash', `[${dashesMm[dash].join(' ')}] 0 d\n`);
    this.#set('join', '0 j\n');
  }

  /** Slanted lines clipped to the path: a pattern would be rasterised by some readers. */
  #hatch({ path, matrix, fill }: { path: Path; matrix: Matrix; fill: Fill }, within: Rectangle): void {
    const { left, right, top, bottom } = extentOf(path, matrix, within);
    this.save();
    this.#trace(path, matrix);
    this.#content += 'W n\n';
    const step = HATCH_MM * Math.SQRT2;
    for (let sum = Math.ceil((left + top) / step) * step; sum < right + bottom; sum += step) {
      this.#content += `${at(sum - bottom)} ${at(bottom)} m\n${at(sum - top)} ${at(top)} l\n`;
    }
    this.strokeColour(fill.ink, fill.opacity);
    this.lineWidth(HATCH_LINE_MM);
    this.#set('dash', '[] 0 d\n');
    this.#content += 'S\n';
    this.restore();
  }

  #trace(path: Path, matrix: Matrix): void {
    let content = '';
    tracePath(path, matrix, {
      move: (x, y) => {
        content += `${at(x)} ${at(y)} m\n`;
      },
      line: (x, y) => {
        content += `${at(x)} ${at(y)} l\n`;
      },
      curve: (x1, y1, x2, y2, x, y) => {
        content += `${at(x1)} ${at(y1)} ${at(x2)} ${at(y2)} ${at(x)} ${at(y)} c\n`;
      },
      close: () => {
        content += 'h\n';
      },
    });
    this.#content += content;
  }

  #opacity(opacity: number): void {
    if (this.#state.get('opacity') === String(opacity)) return;
    this.#state.set('opacity', String(opacity));
    this.flush();
    this.#pdf.opacity(opacity);
  }

  /** Writes an operator unless it stands already. */
  #set(name: string, operator: string): void {
    if (this.#state.get(name) === operator) return;
    this.#state.set(name, operator);
    this.#content += operator;
  }
}

/**
 * The operators that show a run's glyphs where they stand, the pen at the run's left end and then at the next one's,
 * with what they stand for where it is read.
 */
function shownRun(
  run: SetRun,
  letters: PdfLetters,
  { sizeMm, isRead }: { readonly sizeMm: number; readonly isRead: boolean },
): string {
  const { start, end } = run;
  let [pen, rise, pieces, shown] = [start, 0, '', ''];
  const moveTo = (x: number): void => {
    const thousandths = Math.round((pen - x) * 1e5) / 100;
    if (thousandths !== 0) pieces += ` ${thousandths} `;
    pen -= thousandths / 1000;
  };
  const show = (): void => {
    if (pieces) shown += `[${pieces}] TJ `;
    pieces = '';
  };
  const operators: string[] = [];
  for (const { text, glyphs } of readParts(run)) {
    for (const glyph of glyphs) {
      if (glyph.y !== rise) {
        show();
        rise = glyph.y;
        shown += `${at(rise * sizeMm)} Ts `;
      }
      moveTo(glyph.x);
      const { code, width } = letters.glyph(glyph);
      pieces += `<${code}>`;
      pen += width;
    }
    show();
    operators.push(text === null || !isRead ? shown : span(text, shown));
    shown = '';
  }
  moveTo(end);
  show();
  return `/${letters.id} ${at(sizeMm)} Tf ${operators.join('')}${shown}${rise === 0 ? '' : '0 Ts '}`;
}

type ReadPart = { readonly text: string | null; readonly glyphs: readonly SetGlyph[] };

/**
 * The parts of a run in the order in which they stand, each with its text where its glyphs alone do not tell it.
 *
 * Programs that read a PDF turn what runs from right to left themselves: there each letter has its own text, and
 * what is one glyph for several letters keeps them in the font's table, which is turned as well.
 */
function readParts({ font, glyphs, text, isFromRight }: SetRun): readonly ReadPart[] {
  if (font.family === null) return [{ text: null, glyphs }];
  if (!isFromRight) return [{ text, glyphs }];
  const parts = new Map<number, SetGlyph[]>();
  for (const glyph of glyphs) {
    const part = parts.get(glyph.cluster);
    if (part) part.push(glyph);
    else parts.set(glyph.cluster, [glyph]);
  }
  return [...parts.values()].flatMap((part): readonly ReadPart[] => {
    // The letter says where it stands, and its points, which other letters have as well, say nothing.
    const [letter, ...points] = part.toSorted((one, other) => other.advance - one.advance);
    const codePoints = part.flatMap((glyph) => glyph.codePoints);
    if (!letter) return [];
    const isLigature = points.length === 0 && codePoints.length > 1;
    const read = { text: isLigature ? null : String.fromCodePoint(...codePoints), glyphs: [letter] };
    return points.length === 0 ? [read] : [read, { text: '', glyphs: points }];
  });
}

/** What is shown, and the text that it stands for. */
const span = (text: string, shown: string): string =>
  `/Span <</ActualText <${inUtf16(text)}>>> BDC ${shown}EMC `;

const HATCH_LINE_MM = 0.18;

/** The box of a path's points on paper, within the part of the page that is shown. */
function extentOf(path: Path, matrix: Matrix, within: Rectangle) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  const include = (x: number, y: number) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  const pen: Pen = {
    move: include,
    line: include,
    curve: (x1, y1, x2, y2, x, y) => {
      include(x1, y1);
      include(x2, y2);
      include(x, y);
    },
    close: () => undefined,
  };
  tracePath(path, matrix, pen);
  return {
    left: Math.max(left, within.left),
    right: Math.min(right, within.left + within.width),
    top: Math.max(top, within.top),
    bottom: Math.min(bottom, within.top + within.height),
  };
}

/** A text as the digits of a PDF text string: UTF-16, the higher byte first, after the mark of its order. */
function inUtf16(text: string): string {
  const digits = (unit: number) => unit.toString(16).padStart(4, '0');
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).reduce(
    (written, unit) => written + digits(unit),
    'feff',
  );
}
