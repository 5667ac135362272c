import type PDFDocument from 'pdfkit';
import type { SetGlyph } from './set-lines.ts';

type Pdf = InstanceType<typeof PDFDocument>;
type Glyph = { readonly advanceWidth: number };
type PlacedGlyph = Pick<SetGlyph, 'id' | 'codePoints'>;
/** What of pdfkit's inside is used to set text; its version is pinned. */
type PdfFont = {
  readonly id: string;
  readonly font: {
    readonly unitsPerEm: number;
    glyphsForString(text: string): readonly Glyph[];
    getGlyph(id: number): Glyph;
    layout: (text: string) => unknown;
  };
  ref(): unknown;
  encode(text: string): readonly [codes: readonly string[], positions: unknown];
  readonly subset: { includeGlyph(id: number): number };
  /** Of the glyphs that are embedded, by their new numbers: thousandths of the size, and what each stands for. */
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
};
type PdfInside = { readonly _font: PdfFont; readonly page: { readonly fonts: { [id: string]: unknown } } };

/** A font of a PDF that sets one letter after the other, as core measures them. */
export type PdfLetters = {
  /** The font's name among the page's resources. */
  readonly id: string;
  /** The text as a PDF string of glyph numbers, and its width for a size of 1. */
  encoded(text: string): { readonly codes: string; readonly width: number };
  /** A glyph as the digits of its number in a PDF string, and how far it moves the pen for a size of 1. */
  glyph(placed: PlacedGlyph): { readonly code: string; readonly width: number };
};

/**
 * A registered font made ready for the page.
 *
 * Without kerning and other features, whose look-up takes longer than all the rest of a large page.
 */
export function pdfLetters(pdf: Pdf, name: string): PdfLetters {
  const { _font: font, page } = pdf.font(name) as unknown as PdfInside;
  font.font.layout = (text) => {
    const glyphs = font.font.glyphsForString(text);
    const positions = glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }));
    return { glyphs, positions };
  };
  const use = (): void => {
    page.fonts[font.id] ??= font.ref();
  };
  return {
    id: font.id,
    glyph: ({ id, codePoints }) => {
      use();
      const units = font.font.getGlyph(id).advanceWidth;
      const embedded = font.subset.includeGlyph(id);
      font.widths[embedded] ??= (units * 1000) / font.font.unitsPerEm;
      // The first place that says what it stands for is the one that is searched for.
      if (codePoints.length > 0 || !font.unicode[embedded]) font.unicode[embedded] = codePoints;
      return { code: embedded.toString(16).padStart(4, '0'), width: units / font.font.unitsPerEm };
    },
    encoded: (text) => {
      use();
      const units = font.font.glyphsForString(text).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
      return { codes: `<${font.encode(text)[0].join('')}>`, width: units / font.font.unitsPerEm };
    },
  };
}
