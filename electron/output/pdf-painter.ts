import fs from 'node:fs';
import path from 'node:path';
import { PDFDocument as PdfEditor, PrintScaling } from '@cantoo/pdf-lib';
import PDFDocument from 'pdfkit';
import type { PictureLookup } from '../../core/codec/svg.ts';
import { colourOf } from '../../core/drawing/colours.ts';
import type { Fill, Page } from '../../core/drawing/draw-item.ts';
import {
  dashesMm,
  HATCH_MM,
  type PaperImage,
  type PaperItem,
  type PaperPath,
  type PaperText,
  paperItems,
} from '../../core/drawing/paper-items.ts';
import { POINTS_PER_MM } from '../../core/drawing/sheet/papers.ts';
import { resourcesFolder } from '../files/resources-folder.ts';

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
  for (const group of page.groups) {
    pdf.save();
    if (group.clip) pdf.rect(group.clip.left, group.clip.top, group.clip.width, group.clip.height).clip();
    for (const item of paperItems(group)) paint(pdf, item, pictureOf);
    pdf.restore();
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

function paint(pdf: Pdf, item: PaperItem, pictureOf: PictureLookup): void {
  if (item.type === 'path') paintPath(pdf, item);
  else if (item.type === 'text') paintText(pdf, item);
  else paintImage(pdf, item, pictureOf);
}

function trace(pdf: Pdf, { steps }: PaperPath): void {
  for (const step of steps) {
    if (step[0] === 'M') pdf.moveTo(step[1], step[2]);
    else if (step[0] === 'L') pdf.lineTo(step[1], step[2]);
    else if (step[0] === 'C') pdf.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
    else pdf.closePath();
  }
}

function paintPath(pdf: Pdf, item: PaperPath): void {
  const { fill, stroke } = item;
  if (item.steps.length === 0) return;
  if (fill?.pattern === 'hatch') paintHatch(pdf, item, fill);
  else if (fill) {
    trace(pdf, item);
    pdf.fillColor(colourOf(fill.ink, 'print'), fill.opacity).fill('non-zero');
  }
  if (!stroke) return;
  trace(pdf, item);
  pdf.lineWidth(stroke.widthMm).strokeColor(colourOf(stroke.ink, 'print'), 1);
  const dash = dashesMm[stroke.dash];
  if (dash.length > 0) pdf.dash(dash as unknown as number, {});
  pdf.stroke();
  if (dash.length > 0) pdf.undash();
}

function extentOf({ steps }: PaperPath) {
  const points = steps.flatMap((step) =>
    step[0] === 'M' || step[0] === 'L' ? [[step[1], step[2]] as const] : [],
  );
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Slanted lines clipped to the path: a pattern would be rasterised by some readers. */
function paintHatch(pdf: Pdf, item: PaperPath, fill: Fill): void {
  const { left, right, top, bottom } = extentOf(item);
  const height = bottom - top;
  const step = HATCH_MM * Math.SQRT2;
  pdf.save();
  trace(pdf, item);
  pdf.clip('non-zero');
  for (let x = Math.floor((left - height) / step) * step; x < right; x += step) {
    pdf.moveTo(x, bottom).lineTo(x + height, top);
  }
  pdf.lineWidth(0.18).strokeColor(colourOf(fill.ink, 'print'), fill.opacity).stroke();
  pdf.restore();
}

function paintText(pdf: Pdf, item: PaperText): void {
  const { left, top, turn, text, sizeMm, weight, anchor, ink, halo } = item;
  if (text === '') return;
  pdf.save();
  pdf.translate(left, top).rotate((turn * 180) / Math.PI);
  pdf.font(weight).fontSize(sizeMm);
  const width = anchor === 'start' ? 0 : pdf.widthOfString(text);
  const x = anchor === 'end' ? -width : -width / 2;
  const options = { lineBreak: false, baseline: 'alphabetic' as const };
  if (halo) {
    pdf.lineWidth(0.6).lineJoin('round').strokeColor('#ffffff', 1).fillColor('#ffffff', 1);
    pdf.text(text, x, 0, { ...options, stroke: true, fill: true });
  }
  pdf.fillColor(colourOf(ink, 'print'), 1).text(text, x, 0, options);
  pdf.restore();
}

function paintImage(
  pdf: Pdf,
  { attachment, widthPx, heightPx, opacity, matrix }: PaperImage,
  pictureOf: PictureLookup,
): void {
  const bytes = pictureOf(attachment);
  if (!bytes) return;
  pdf.save();
  pdf.transform(...matrix).opacity(opacity);
  pdf.image(Buffer.from(bytes), 0, 0, { width: widthPx, height: heightPx });
  pdf.restore();
}
