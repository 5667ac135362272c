import { type JpegFrame, type JpegSegment, jpegSegments } from './jpeg.ts';

const START_OF_SCAN = 0xda;
const APPLICATION_0 = 0xe0;
const APPLICATION_14 = 0xee;
const APPLICATION_15 = 0xef;
const COMMENT = 0xfe;
const EXTENDED = 0xc1;
const PROGRESSIVE = 0xc2;

const START = Uint8Array.of(0xff, 0xd8);
const END = Uint8Array.of(0xff, 0xd9);
// Says that colours are luma and chroma, and that pixels are square (ITU-T T.871).
const JFIF = Uint8Array.of(...[0xff, 0xe0, 0, 16], ...[0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);

/** Width and height of a sample of luma within one of chroma, as bytes of the frame: those that every reader knows. */
const LUMA_FACTORS = [0x11, 0x12, 0x21, 0x22];
const ONE = 0x11;

/**
 * A JPEG without anything beside its pixels: no metadata, no profile, nothing after its end. Null where programs read
 * its pixels in different ways: turned, colours that are not luma and chroma, uncommon sampling, several scans.
 */
export function plainJpeg(bytes: Uint8Array, frame: JpegFrame): Uint8Array | null {
  const segments = jpegSegments(bytes);
  if (frame.orientation !== 1 || !isCommon(bytes, segments)) return null;
  const kept = segments.filter(({ marker }) => !isBeside(marker));
  return joined([START, JFIF, ...kept.map(({ at, end }) => bytes.subarray(at, end)), END]);
}

const isBeside = (marker: number) =>
  marker === COMMENT || (marker >= APPLICATION_0 && marker <= APPLICATION_15);

function isCommon(bytes: Uint8Array, segments: readonly JpegSegment[]): boolean {
  const scans = segments.filter(({ marker }) => marker === START_OF_SCAN).length;
  const frame = segments.find(({ marker }) => marker >= 0xc0 && marker <= PROGRESSIVE);
  if (!frame || frame.marker === EXTENDED || (frame.marker !== PROGRESSIVE && scans > 1)) return false;
  const components = componentsIn(bytes.subarray(frame.at, frame.end));
  const [luma, ...chroma] = components;
  if (!luma || chroma.some(({ factors }) => factors !== ONE)) return false;
  if (chroma.length === 0) return luma.factors === ONE;
  return LUMA_FACTORS.includes(luma.factors) && !isRgb(bytes, segments, components);
}

type Component = { readonly id: number; readonly factors: number };

function componentsIn(frame: Uint8Array): readonly Component[] {
  return Array.from({ length: frame[9] ?? 0 }, (_, index) => ({
    id: frame[10 + 3 * index] ?? 0,
    factors: frame[11 + 3 * index] ?? 0,
  }));
}

/** Whether three components are red, green and blue, by the rule of libjpeg, which most programs use. */
function isRgb(
  bytes: Uint8Array,
  segments: readonly JpegSegment[],
  components: readonly Component[],
): boolean {
  const named = (wanted: number, name: string) =>
    segments.find(
      ({ marker, at }) =>
        marker === wanted &&
        [...name].every((letter, index) => bytes[at + 4 + index] === letter.charCodeAt(0)),
    );
  if (named(APPLICATION_0, 'JFIF\0')) return false;
  const adobe = named(APPLICATION_14, 'Adobe');
  if (adobe) return bytes[adobe.at + 15] === 0;
  return components.every(({ id }, index) => id === 'RGB'.charCodeAt(index));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
