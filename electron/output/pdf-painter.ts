import fs from 'node:fs';
import path from 'node:path';
import { PDFDocument as PdfEditor, PrintScaling } from '@cantoo/pdf-lib';
import PDFDocument from 'pdfkit';
import type { PictureLookup } from '../../core/codec/svg.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import {
  HALO_MM,
  type PaperImage,
  type PaperItem,
  type PaperText,
  paperItems,
} from '../../core/drawing/paper-items.ts';
import { POINTS_PER_MM } from '../../core/drawing/sheet/papers.ts';
import { resourcesFolder } from '../files/resources-folder.ts';
import { PdfInk, type Rectangle } from './pdf-ink.ts';

type Pdf = InstanceType<typeof PDFDocument>;

const fonts = { regular: 'Inter-Regular.ttf', semibold: 'Inter-SemiBold.ttf' } as const;
// A fixed date keeps equal pages equal bytes; the day of issue stands in the title block.
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));

/**
 * A page as a PDF of vectors at its exact size, fonts embedded, printing at 100 % by default.
 *
 * @param compress off only in tests, which read the coordinates
 */
export async function paintPdf(page: Page, pictureOf: PictureLookup, compress = true): Promise<Uint8Array> {
  const folder = path.join(resourcesFolder(), 'fonts');
  const size: [number, number] = [page.widthMm * POINTS_PER_MM, page.heightMm * POINTS_PER_MM];
  const pdf = new PDFDocument({
    size,
    margin: 0,
    compress,
    font: path.join(folder, fonts.regular),
    info: {
      Title: page.title,
      Producer: 'Sallyport',
      Creator: 'Sallyport',
      CreationDate: FIXED_DATE,
      ModDate: FIXED_DATE,
    },
  });
  for (const [name, file] of Object.entries(fonts))
    pdf.registerFont(name, fs.readFileSync(path.join(folder, file)));
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.once('end', resolve));
  pdf.scale(POINTS_PER_MM);
  const ink = new PdfInk(pdf);
  for (const group of page.groups) {
    const within = group.clip ?? { left: 0, top: 0, width: page.widthMm, height: page.heightMm };
    ink.save();
    pdf.rect(within.left, within.top, within.width, within.height).clip();
    for (const item of paperItems(group)) paint(item, { pdf, ink, within }, pictureOf);
    ink.restore();
  }
  pdf.end();
  await ended;
  return withoutPrintScaling(Buffer.concat(chunks), compress);
}

/** Asks the reader to print at 100 %: pdfkit's own way to write this corrupts the file. */
async function withoutPrintScaling(bytes: Uint8Array, compress: boolean): Promise<Uint8Array> {
  const pdf = await PdfEditor.load(bytes, { updateMetadata: false });
  pdf.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None);
  return pdf.save({ useObjectStreams: compress, addDefaultPage: false });
}

type Canvas = { readonly pdf: Pdf; readonly ink: PdfInk; readonly within: Rectangle };

function paint(item: PaperItem, canvas: Canvas, pictureOf: PictureLookup): void {
  if (item.type === 'path') canvas.ink.path(item, canvas.within);
  else if (item.type === 'text') paintText(item, canvas);
  else paintImage(item, canvas, pictureOf);
}

function paintText(item: PaperText, { pdf, ink }: Canvas): void {
  const { left, top, turn, text, sizeMm, weight, anchor, halo } = item;
  if (text === '') return;
  ink.save();
  pdf.translate(left, top).rotate((turn * 180) / Math.PI);
  pdf.font(weight).fontSize(sizeMm);
  const width = anchor === 'start' ? 0 : pdf.widthOfString(text);
  const x = anchor === 'end' ? -width : -width / 2;
  const options = { lineBreak: false, baseline: 'alphabetic' as const };
  if (halo) {
    ink.strokeColour('paper');
    ink.lineWidth(HALO_MM);
    ink.flush();
    pdf.lineJoin('round').text(text, x, 0, { ...options, stroke: true });
  }
  ink.fillColour(item.ink);
  ink.flush();
  pdf.text(text, x, 0, options);
  ink.restore();
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
