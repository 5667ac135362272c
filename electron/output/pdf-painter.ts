import PDFDocument from 'pdfkit';
import type { PictureLookup } from '../../core/codec/svg.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import {
  type PaperImage,
  type PaperItem,
  type PaperText,
  paperItems,
} from '../../core/drawing/paper-items.ts';
import { hasScripts } from '../../core/drawing/scripts/families.ts';
import { POINTS_PER_MM } from '../../core/drawing/sheet/papers.ts';
import { plainLine } from '../../core/plain-text.ts';
import { fontFile, fontKey, type LetterFont } from './letter-fonts.ts';
import { PdfInk, type Rectangle } from './pdf-ink.ts';
import { type PdfLetters, pdfLetters } from './pdf-letters.ts';
import { type PdfPicture, pdfPicture } from './pdf-picture.ts';
import { type LineSetter, lineSetter } from './set-lines.ts';
import { picturesOn } from './upright-pictures.ts';

type Pdf = InstanceType<typeof PDFDocument>;

// A fixed date keeps equal pages equal bytes; the day of issue stands in the title block.
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));

/**
 * Pages as one PDF of vectors, each at its exact size, fonts embedded, printing at 100 % by default.
 *
 * @param compress off only in tests, which read the coordinates
 */
export async function paintPdf(
  pages: readonly Page[],
  pictureOf: PictureLookup,
  compress = true,
): Promise<Uint8Array> {
  const pdf = emptyPdf(plainLine(pages[0]?.title ?? ''), compress);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.once('end', resolve));
  const pictures = await embedded(pages, pdf, pictureOf);
  const setter = await lineSetter(pages);
  for (const page of pages) paintPage(page, { pdf, pictures, setter });
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

type Pictures = ReadonlyMap<string, PdfPicture>;

/** The pictures of all pages, each once. */
async function embedded(pages: readonly Page[], pdf: Pdf, pictureOf: PictureLookup): Promise<Pictures> {
  const pictures = new Map<string, PdfPicture>();
  for (const sha256 of picturesOn(pages)) {
    const bytes = pictureOf(sha256);
    if (bytes) pictures.set(sha256, await pdfPicture(pdf, bytes));
  }
  return pictures;
}

function emptyPdf(title: string, compress: boolean): Pdf {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    // None of the reader's own fonts: both that are used are embedded.
    font: '',
    margin: 0,
    compress,
    displayTitle: true,
    info: {
      Title: title,
      Producer: 'Sallyport',
      Creator: 'Sallyport',
      CreationDate: FIXED_DATE,
      ModDate: FIXED_DATE,
    },
  });
  printUnscaled(pdf);
  return pdf;
}

type Painted = { readonly pdf: Pdf; readonly pictures: Pictures; readonly setter: LineSetter | null };

function paintPage(page: Page, { pdf, pictures, setter }: Painted): void {
  pdf.addPage({ size: [page.widthMm * POINTS_PER_MM, page.heightMm * POINTS_PER_MM], margin: 0 });
  pdf.scale(POINTS_PER_MM);
  const lettersOf = lettersOn(pdf);
  const ink = new PdfInk(pdf);
  for (const group of page.groups) {
    const within = group.clip ?? { left: 0, top: 0, width: page.widthMm, height: page.heightMm };
    ink.save();
    pdf.rect(within.left, within.top, within.width, within.height).clip();
    for (const item of paperItems(group)) paint(item, { pdf, ink, within, lettersOf, pictures, setter });
    ink.restore();
  }
}

/** The fonts of a page, each made ready when it is first used there: a page names those that are used on it. */
function lettersOn(pdf: Pdf): Canvas['lettersOf'] {
  const known = new Map<string, PdfLetters>();
  return (font) => {
    const key = fontKey(font);
    const before = known.get(key);
    if (before) return before;
    pdf.registerFont(key, fontFile(font));
    const letters = pdfLetters(pdf, key);
    known.set(key, letters);
    return letters;
  };
}

/** Asks the reader to print at 100 %: `displayTitle` made the entry, pdfkit has no option for the rest. */
function printUnscaled(pdf: Pdf): void {
  const root = (pdf as unknown as PdfRoot)._root.data;
  root.ViewerPreferences.data.PrintScaling = 'None';
}

/** What of pdfkit's inside is used; its version is pinned. */
type PdfRoot = {
  readonly _root: { readonly data: { readonly ViewerPreferences: { readonly data: PdfEntries } } };
};
type PdfEntries = { [key: string]: unknown };

type Canvas = {
  readonly pdf: Pdf;
  readonly ink: PdfInk;
  readonly within: Rectangle;
  readonly lettersOf: (font: LetterFont) => PdfLetters;
  readonly setter: LineSetter | null;
  readonly pictures: Pictures;
};

function paint(item: PaperItem, canvas: Canvas): void {
  if (item.type === 'path') canvas.ink.path(item, canvas.within);
  else if (item.type === 'text') paintText(item, canvas);
  else paintImage(item, canvas);
}

function paintText(item: PaperText, { ink, lettersOf, setter }: Canvas): void {
  const { text, weight } = item;
  if (setter && hasScripts(text)) ink.line(item, setter.set(text, weight), lettersOf);
  else ink.text(item, lettersOf({ family: null, weight }));
}

function paintImage(
  { attachment, widthPx, heightPx, opacity, matrix }: PaperImage,
  { pdf, ink, pictures }: Canvas,
): void {
  const picture = pictures.get(attachment);
  if (!picture) return;
  ink.save();
  pdf.transform(...matrix).opacity(opacity);
  // Its types know bytes alone; a picture that is embedded already is taken as well.
  pdf.image(picture as unknown as Buffer, 0, 0, { width: widthPx, height: heightPx });
  ink.restore();
}
