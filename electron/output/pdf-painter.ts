import fs from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import type { PictureLookup } from '../../core/codec/svg.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import {
  type PaperImage,
  type PaperItem,
  type PaperText,
  paperItems,
} from '../../core/drawing/paper-items.ts';
import { POINTS_PER_MM } from '../../core/drawing/sheet/papers.ts';
import { resourcesFolder } from '../files/resources-folder.ts';
import { PdfInk, type Rectangle } from './pdf-ink.ts';
import { type PdfLetters, pdfLetters } from './pdf-letters.ts';

type Pdf = InstanceType<typeof PDFDocument>;

const fonts = { regular: 'Inter-Regular.ttf', semibold: 'Inter-SemiBold.ttf' } as const;
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
  const pdf = emptyPdf(pages[0]?.title ?? '', compress);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.once('end', resolve));
  for (const page of pages) paintPage(page, pdf, pictureOf);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function emptyPdf(title: string, compress: boolean): Pdf {
  const folder = path.join(resourcesFolder(), 'fonts');
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
  for (const [name, file] of Object.entries(fonts))
    pdf.registerFont(name, fs.readFileSync(path.join(folder, file)));
  printUnscaled(pdf);
  return pdf;
}

function paintPage(page: Page, pdf: Pdf, pictureOf: PictureLookup): void {
  pdf.addPage({ size: [page.widthMm * POINTS_PER_MM, page.heightMm * POINTS_PER_MM], margin: 0 });
  pdf.scale(POINTS_PER_MM);
  // A page names the fonts that are used on it.
  const letters = { regular: pdfLetters(pdf, 'regular'), semibold: pdfLetters(pdf, 'semibold') };
  const ink = new PdfInk(pdf);
  for (const group of page.groups) {
    const within = group.clip ?? { left: 0, top: 0, width: page.widthMm, height: page.heightMm };
    ink.save();
    pdf.rect(within.left, within.top, within.width, within.height).clip();
    for (const item of paperItems(group)) paint(item, { pdf, ink, within, letters }, pictureOf);
    ink.restore();
  }
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
  readonly letters: { readonly [W in PaperText['weight']]: PdfLetters };
};

function paint(item: PaperItem, canvas: Canvas, pictureOf: PictureLookup): void {
  if (item.type === 'path') canvas.ink.path(item, canvas.within);
  else if (item.type === 'text') canvas.ink.text(item, canvas.letters[item.weight]);
  else paintImage(item, canvas, pictureOf);
}

function paintImage(
  { attachment, widthPx, heightPx, opacity, matrix }: PaperImage,
  { pdf, ink }: Canvas,
  pictureOf: PictureLookup,
): void {
  const bytes = pictureOf(attachment);
  if (!bytes) return;
  ink.save();
  pdf.transform(...matrix).opacity(opacity);
  pdf.image(Buffer.from(bytes), 0, 0, { width: widthPx, height: heightPx });
  ink.restore();
}
