import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type PDFDocument from 'pdfkit';
import { readJpegFrame } from '../../core/codec/picture/jpeg.ts';
import { type PngParts, pngParts } from '../../core/codec/picture/png.ts';
import { pixelsOf } from '../pictures/png-pixels.ts';

const deflate = promisify(zlib.deflate);

type Pdf = InstanceType<typeof PDFDocument>;
type PdfEntries = { [key: string]: unknown };
type PdfObject = { readonly data: PdfEntries; end(bytes?: Uint8Array): void };
/** What of pdfkit's inside is used; its version is pinned. */
type PdfInside = { ref(data?: PdfEntries): PdfObject; _imageCount: number };

/** A picture in the form that pdfkit's `image` takes: embedded already, and its size. */
export type PdfPicture = {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly orientation: 1;
  readonly obj: PdfObject;
};

/**
 * Embeds an upright picture in a document: as it is packed, unless it has opacities.
 *
 * Not by pdfkit's own readers: that of PNG keeps each byte as a number of a list, and throws where nobody can catch
 * it.
 */
export async function pdfPicture(document: Pdf, bytes: Uint8Array): Promise<PdfPicture> {
  const pdf = document as unknown as PdfInside;
  const parts = pngParts(bytes);
  if (parts) return parts.samples === 4 ? embedPixels(pdf, parts) : embedPacked(pdf, parts);
  const frame = readJpegFrame(bytes);
  if (!frame?.ok) throw new Error('A picture that is not upright was to be embedded.');
  const { widthPx, heightPx, components } = frame.value;
  const obj = pictureObject(pdf, {
    Width: widthPx,
    Height: heightPx,
    BitsPerComponent: 8,
    ColorSpace: colourSpaces[components],
    Filter: 'DCTDecode',
  });
  obj.end(bytes);
  return { ...named(pdf), width: widthPx, height: heightPx, orientation: 1, obj };
}

const colourSpaces: { readonly [components: number]: string } = { 1: 'DeviceGray', 3: 'DeviceRGB' };
const PNG_PREDICTOR = 15;

const pictureObject = (pdf: PdfInside, entries: PdfEntries): PdfObject =>
  pdf.ref({ Type: 'XObject', Subtype: 'Image', ...entries });

function named(pdf: PdfInside): { readonly label: string } {
  pdf._imageCount += 1;
  return { label: `I${pdf._imageCount}` };
}

/** The pixels as they are packed: nothing is unpacked, whatever their size. */
function embedPacked(pdf: PdfInside, parts: PngParts): PdfPicture {
  const { widthPx: width, heightPx: height, bits, samples, data } = parts;
  const obj = pictureObject(pdf, {
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    ColorSpace: colourSpaces[samples],
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: PNG_PREDICTOR, Colors: samples, BitsPerComponent: bits, Columns: width },
  });
  obj.end(Buffer.concat(data));
  return { ...named(pdf), width, height, orientation: 1, obj };
}

async function embedPixels(pdf: PdfInside, parts: PngParts): Promise<PdfPicture> {
  const { widthPx: width, heightPx: height } = parts;
  const pixels = await pixelsOf(parts);
  if (!pixels) throw new Error('A damaged picture was to be embedded.');
  const colours = new Uint8Array(width * height * 3);
  const opacities = new Uint8Array(width * height);
  for (let pixel = 0; pixel < opacities.length; pixel += 1) {
    for (let part = 0; part < 3; part += 1) colours[pixel * 3 + part] = pixels[pixel * 4 + part] ?? 0;
    opacities[pixel] = pixels[pixel * 4 + 3] ?? 255;
  }
  const form = { Width: width, Height: height, BitsPerComponent: 8, Filter: 'FlateDecode' };
  const mask = pictureObject(pdf, { ...form, ColorSpace: 'DeviceGray' });
  mask.end(await deflate(opacities));
  const obj = pictureObject(pdf, { ...form, ColorSpace: 'DeviceRGB', SMask: mask });
  obj.end(await deflate(colours));
  return { ...named(pdf), width, height, orientation: 1, obj };
}
