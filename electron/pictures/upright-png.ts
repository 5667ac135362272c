import { PALETTE_COLOUR, type PngParts } from '../../core/codec/picture/png.ts';
import { colourWriter, eachRow } from './png-pixels.ts';
import type { Row } from './png-rows.ts';
import { turned } from './turned.ts';
import { type Channels, PngWriter } from './write-png.ts';

const OPAQUE = 255;

/**
 * A PNG of eight bits without anything but pixels, turned as an orientation of 1 to 8 says; the same bytes where it is
 * one. Null where it is damaged.
 *
 * Rows go through one after the other. Only pictures that are interlaced or turned are held as a whole.
 */
export async function uprightPng(
  bytes: Uint8Array,
  parts: PngParts,
  orientation: number,
): Promise<Uint8Array | null> {
  const look = await lookAt(parts);
  if (look === null) return null;
  if (isUpright(parts, look)) return bytes;
  const isInRows = !parts.isInterlaced && orientation === 1;
  return isInRows ? rowsWritten(parts, look) : wholeWritten(parts, look, orientation);
}

/** Bytes a pixel that hold all there is. */
type Look = Channels;

const channelsOf: { readonly [colourType: number]: Channels } = { 0: 1, 2: 3, 6: 4 };

function isUpright({ bits, colourType, isInterlaced, isBare }: PngParts, channels: Look): boolean {
  return bits === 8 && !isInterlaced && isBare && channelsOf[colourType] === channels;
}

/** What the pixels need, by looking at all of them; null where the data are damaged. */
async function lookAt(parts: PngParts): Promise<Look | null> {
  const { colourType, samples, transparency, palette, widthPx } = parts;
  const mayBeClear = transparency !== null || samples % 2 === 0;
  const write = colourWriter(parts);
  const line = new Uint8Array(mayBeClear ? widthPx * 4 : 0);
  let isOpaque = true;
  const isSound = await eachRow(parts, (row) => {
    if (!mayBeClear || !isOpaque) return;
    write(row, line, (column) => column * 4);
    for (let at = 3; at < row.width * 4; at += 4) if (line[at] !== OPAQUE) isOpaque = false;
  });
  if (!isSound) return null;
  if (!isOpaque) return 4;
  const isGrey =
    colourType === 0 || colourType === 4 || (colourType === PALETTE_COLOUR && isGreyPalette(palette));
  return isGrey ? 1 : 3;
}

const isGreyPalette = (palette: Uint8Array) =>
  palette.every((value, at) => at % 3 === 0 || value === palette[at - 1]);

async function rowsWritten(parts: PngParts, channels: Channels): Promise<Uint8Array | null> {
  const { widthPx, heightPx } = parts;
  const writer = new PngWriter(widthPx, heightPx, channels);
  const colours = colourWriter(parts);
  const pixels = new Uint8Array(widthPx * 4);
  const line = new Uint8Array(widthPx * channels);
  const isSound = await eachRow(parts, async (row: Row) => {
    colours(row, pixels, (column) => column * 4);
    narrow(pixels, line, { channels, from: 0 });
    await writer.row(line);
  });
  const written = await writer.end();
  return isSound ? written : null;
}

/** Picks the first samples of pixels of four bytes. */
function narrow(
  pixels: Uint8Array,
  line: Uint8Array,
  { channels, from }: { readonly channels: Channels; readonly from: number },
): void {
  const width = line.length / channels;
  for (let column = 0; column < width; column += 1) {
    const [at, to] = [from + column * 4, column * channels];
    for (let part = 0; part < channels; part += 1) line[to + part] = pixels[at + part] ?? 0;
  }
}

async function wholeWritten(
  parts: PngParts,
  channels: Channels,
  orientation: number,
): Promise<Uint8Array | null> {
  const { widthPx, heightPx } = parts;
  const pixels = new Uint8Array(widthPx * heightPx * channels);
  const colours = colourWriter(parts);
  const wide = new Uint8Array(widthPx * 4);
  const isSound = await eachRow(parts, (row) => {
    colours(row, wide, (column) => column * 4);
    for (let column = 0; column < row.width; column += 1) {
      const to = (row.y * widthPx + row.pass.left + column * row.pass.across) * channels;
      for (let part = 0; part < channels; part += 1) pixels[to + part] = wide[column * 4 + part] ?? 0;
    }
  });
  if (!isSound) return null;
  const upright = turned({ widthPx, heightPx, channels, pixels }, orientation);
  const writer = new PngWriter(upright.widthPx, upright.heightPx, channels);
  const length = upright.widthPx * channels;
  for (let y = 0; y < upright.heightPx; y += 1) {
    const full = writer.row(upright.pixels.subarray(y * length, (y + 1) * length));
    if (full) await full;
  }
  return writer.end();
}
