import { pngParts } from '../../../core/codec/picture/png.ts';
import { hashOf } from '../../../core/codec/plan-file.ts';
import { exportPlan } from '../../../electron/files/export-plan.ts';
import { pixelsOf } from '../../../electron/pictures/png-pixels.ts';
import { made, onGround } from '../hostile/named-plans.ts';
import { fittingSheet } from './fitting-sheet.ts';
import { joined } from './mutate.ts';
import type { Harm } from './writer-checks.ts';

// Red, green, blue and black quarters of 8 by 16 pixels, from upper left to lower right.
const QUARTERS =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAgABADAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAACAcJ/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABgBAAMBAQAAAAAAAAAAAAAAAAcJCgYI/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AOgGGpmMCSY8ORtU4GMCSY9l4ozdypkVY3CmmpsOmRVjcP//Z';
/** One colour of the four of printing, 8 by 8 pixels. */
const PRINTING =
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAn/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AFTFUKoqb//Z';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const quarters = bytesOf(QUARTERS);

/** A sound JPEG of 16 by 32 pixels that says of itself how it is to be turned, 1 to 8. */
export function turnedJpeg(orientation: number): Uint8Array {
  const entry = [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const exif = [...Buffer.from('Exif\0\0MM'), 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  const segment = Uint8Array.of(0xff, 0xe1, 0, exif.length + 2, ...exif);
  return joined(quarters.subarray(0, 2), segment, quarters.subarray(2));
}

/** A sound JPEG in the four colours of printing. */
export const printingJpeg = (): Uint8Array => bytesOf(PRINTING);

/** A JPEG whose outside is sound and that nobody can decode: its Huffman tables are left out. */
export function jpegWithoutTables(): Uint8Array {
  const parts = [quarters.subarray(0, 2)];
  for (let at = 2; at < quarters.length; ) {
    const isScan = quarters[at + 1] === 0xda;
    const end = isScan ? quarters.length : at + 2 + (quarters[at + 2] ?? 0) * 256 + (quarters[at + 3] ?? 0);
    if (quarters[at + 1] !== 0xc4) parts.push(quarters.subarray(at, end));
    at = end;
  }
  return joined(...parts);
}

/** The export of a plan with a picture of that size alone. */
export function pictureOnPage(
  bytes: Uint8Array,
  { format, widthPx, heightPx }: { format: 'png' | 'svg' | 'pdf'; widthPx: number; heightPx: number },
) {
  const attachment = hashOf(bytes);
  const at = { x: 0, y: 0 };
  const plan = onGround([
    made('underlay', 1, { attachment, widthPx, heightPx, at, opacity: 1, name: 'Photograph' }),
  ]);
  const attachments = new Map([[attachment, bytes]]);
  const parcel = { planId: 'p', planName: 'Plan', siteName: 'Site', plan, attachments };
  return exportPlan(parcel, { ...fittingSheet, format, scale: 5 });
}

type Place = { readonly x: number; readonly y: number };
/** Where on a page the red, the green and the blue of a picture lie, pixels; null where one of them is nowhere. */
export type Quarters = { readonly red: Place; readonly green: Place; readonly blue: Place };

const COLOURS = { red: 0, green: 1, blue: 2 } as const;

/** Which of the three colours a pixel is clearly, -1 for none. */
function colourAt(pixels: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
  if (red + green + blue > 400 || Math.max(red, green, blue) < 180) return -1;
  const [low, isRed, isGreen] = [Math.max(red, green, blue) - 120, red > 180, green > 180];
  if (isRed) return green < low && blue < low ? 0 : -1;
  if (isGreen) return red < low && blue < low ? 1 : -1;
  return red < low && green < low ? 2 : -1;
}

/** Where the quarters of a picture lie in a PNG. */
export async function quartersIn(png: Uint8Array): Promise<Quarters | null> {
  const parts = pngParts(png);
  const pixels = parts && (await pixelsOf(parts));
  if (!parts || !pixels) return null;
  const sums = [0, 1, 2].map(() => ({ x: 0, y: 0, count: 0 }));
  for (let pixel = 0; pixel < parts.widthPx * parts.heightPx; pixel += 1) {
    const sum = sums[colourAt(pixels, pixel * 4)];
    if (!sum) continue;
    sum.x += pixel % parts.widthPx;
    sum.y += Math.floor(pixel / parts.widthPx);
    sum.count += 1;
  }
  const placeOf = (colour: keyof typeof COLOURS): Place => {
    const { x, y, count } = sums[COLOURS[colour]] ?? { x: 0, y: 0, count: 0 };
    return { x: x / count, y: y / count };
  };
  const found = { red: placeOf('red'), green: placeOf('green'), blue: placeOf('blue') };
  return sums.some(({ count }) => count === 0) ? null : found;
}

/** How the sides of rows become those that are seen: a step to the right, and one down. */
const STEPS: readonly (readonly [right: Place, down: Place])[] = [
  [
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ],
  [
    { x: -1, y: 0 },
    { x: 0, y: 1 },
  ],
  [
    { x: -1, y: 0 },
    { x: 0, y: -1 },
  ],
  [
    { x: 1, y: 0 },
    { x: 0, y: -1 },
  ],
  [
    { x: 0, y: 1 },
    { x: 1, y: 0 },
  ],
  [
    { x: 0, y: 1 },
    { x: -1, y: 0 },
  ],
  [
    { x: 0, y: -1 },
    { x: -1, y: 0 },
  ],
  [
    { x: 0, y: -1 },
    { x: 1, y: 0 },
  ],
];

/** Why a photograph is not drawn in a PNG as it is to be seen. */
export async function turnedHarm(orientation: number): Promise<Harm> {
  const isOnSide = orientation >= 5;
  const [widthPx, heightPx] = isOnSide ? [32, 16] : [16, 32];
  const exported = await pictureOnPage(turnedJpeg(orientation), { format: 'png', widthPx, heightPx });
  const found = exported.ok ? await quartersIn(exported.value.bytes) : null;
  const name = `a JPEG of orientation ${orientation}`;
  if (!found) return `${name} is not drawn`;
  const { red, green, blue } = found;
  const [right, down] = STEPS[orientation - 1] ?? [];
  const isAlong = (from: Place, to: Place, step: Place | undefined, length: number) =>
    Math.hypot(to.x - from.x - (step?.x ?? 0) * length, to.y - from.y - (step?.y ?? 0) * length) <
    0.1 * length;
  // Half of the picture lies between the middles of two quarters.
  const length = Math.hypot(green.x - red.x, green.y - red.y);
  if (!isAlong(red, green, right, length)) return `${name} is turned otherwise`;
  return isAlong(red, blue, down, 2 * length) ? null : `${name} is turned or stretched otherwise`;
}
