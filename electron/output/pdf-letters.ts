import type PDFDocument from 'pdfkit';

type Pdf = InstanceType<typeof PDFDocument>;
type Glyph = { readonly advanceWidth: number };
/** What of pdfkit's inside is used to set text; its version is pinned. */
type PdfFont = {
  readonly id: string;
  readonly font: {
    readonly unitsPerEm: number;
    glyphsForString(text: string): readonly Glyph[];
    layout: (text: string) => unknown;
  };
  ref(): unknown;
  encode(text: string): readonly [codes: readonly string[], positions: unknown];
};
type PdfInside = { readonly _font: PdfFont; readonly page: { readonly fonts: { [id: string]: unknown } } };

/** A font of a PDF that sets one letter after the other, as core measures them. */
export type PdfLetters = {
  /** The font's name among the page's resources. */
  readonly id: string;
  /** The text as a PDF string of glyph numbers, and its width for a size of 1. */
  encoded(text: string): { readonly codes: string; readonly width: number };
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
  return {
    id: font.id,
    encoded: (text) => {
      page.fonts[font.id] ??= font.ref();
      const units = font.font.glyphsForString(text).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
      return { codes: `<${font.encode(text)[0].join('')}>`, width: units / font.font.unitsPerEm };
    },
  };
}
