import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type PDFDocument from 'pdfkit';
import { readJpegFrame } from '../../core/codec/picture/jpeg.ts';
import { PALETTE_COLOUR, type PngParts, pngParts } from '../../core/codec/picture/png.ts';
import { pixelsOf } from './png-pixels.ts';

const deflate = promisify(zlib.deflate);

type Pdf = InstanceType<typeof PDFDocument>;
type PdfEntries = { [key: string]: unknown };
type PdfObject = { readonly data: PdfEntries; end(bytes?: Uint8Array): void };
/** What of pdfkit's inside is used; its version is pinned. */
type PdfInside = { ref(data?: PdfEntries): PdfObject; _imageCount: number };

/** A picture in the form that pdfkit's `image` takes: embedded already, its size, and how it is to be turned. */
export type PdfPicture = {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  readonly obj: PdfObject;
};

/**
 * Embeds a picture in a document; null when it is damaged.
 *
 * Not by pdfkit's own readers: that of PNG keeps each byte as a number of a list, takes wrong colours of small
 * palettes, and throws where nobody can catch it; that of JPEG loses its way among fill bytes.
 */
export async function pdfPicture(document: Pdf, bytes: Uint8Array): Promise<PdfPicture | null> {
  const pdf = document as unknown as PdfInside;
  const parts = pngParts(bytes);
  if (parts) return isPlain(parts) ? embedPacked(pdf, parts) : embedPixels(pdf, parts);
  const frame = readJpegFrame(bytes);
  if (!frame?.ok) return null;
  const { widthPx, heightPx, components, orientation } = frame.value;
  const obj = pictureObject(pdf, {
    Width: widthPx,
    Height: heightPx,
    BitsPerComponent: 8,
    ColorSpace: colourSpaces[components],
    Filter: 'DCTDecode',
    // Programs that print write the four components the other way round.
    ...(components === 4 && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
  });
  obj.end(bytes);
  return { ...named(pdf), width: widthPx, height: heightPx, orientation, obj };
}

const colourSpaces: { readonly [components: number]: string } = {
  1: 'DeviceGray',
  3: 'DeviceRGB',
  4: 'DeviceCMYK',
};
const PNG_PREDICTOR = 15;

const pictureObject = (pdf: PdfInside, entries: PdfEntries): PdfObject =>
  pdf.ref({ Type: 'XObject', Subtype: 'Image', ...entries });

function named(pdf: PdfInside): { readonly label: string } {
  pdf._imageCount += 1;
  return { label: `I${pdf._imageCount}` };
}

/** Whether every reader of PDF knows the packed pixels of a PNG as they are. */
function isPlain({ samples, bits, isInterlaced, transparency }: PngParts): boolean {
  return !isInterlaced && transparency === null && samples % 2 === 1 && bits <= 8;
}

/** The pixels as they are packed: nothing is unpacked, whatever their size. */
function embedPacked(pdf: PdfInside, parts: PngParts): PdfPicture {
  const { widthPx: width, heightPx: height, bits, samples, data } = parts;
  const obj = pictureObject(pdf, {
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    ColorSpace: parts.colourType === PALETTE_COLOUR ? paletteOf(pdf, parts) : colourSpaces[samples],
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: PNG_PREDICTOR, Colors: samples, BitsPerComponent: bits, Columns: width },
  });
  obj.end(Buffer.concat(data));
  return { ...named(pdf), width, height, orientation: 1, obj };
}

function paletteOf(pdf: PdfInside, { palette }: PngParts): readonly unknown[] {
  const colours = pdf.ref();
  colours.end(palette);
  return ['Indexed', 'DeviceRGB', palette.length / 3 - 1, colours];
}

async function embedPixels(pdf: PdfInside, parts: PngParts): Promise<PdfPicture | null> {
  const { widthPx: width, heightPx: height } = parts;
  const pixels = await pixelsOf(parts);
  if (!pixels) return null;
  const colours = new Uint8Array(width * height * 3);
  const opacities = new Uint8Array(width * height);
  for (let pixel = 0; pixel < opacities.length; pixel += 1) {
    colours.set(pixels.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
    opacities[pixel] = pixels[pixel * 4 + 3] ?? 255;
  }
  const form = { Width: width, Height: height, BitsPerComponent: 8, Filter: 'FlateDecode' };
  const mask = pictureObject(pdf, { ...form, ColorSpace: 'DeviceGray' });
  mask.end(await deflate(opacities));
  const obj = pictureObject(pdf, { ...form, ColorSpace: 'DeviceRGB', SMask: mask });
  obj.end(await deflate(colours));
  return { ...named(pdf), width, height, orientation: 1, obj };
}
