import { err, ok, type Result } from '../../result.ts';
import { orientationOf } from './exif-orientation.ts';
import { type PictureError, type PictureInfo, truncated } from './picture-info.ts';

const unknownForm: PictureError = {
  reason: 'unknown-form',
  message: 'is a form of JPEG that cannot be shown. Save it again as an ordinary JPEG or as PNG.',
};

// Markers of ITU-T T.81, table B.1.
const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const APPLICATION_1 = 0xe1;
/** Quantisation tables, and Huffman tables. */
const STEPS = 0xdb;
const CODES = 0xc4;
/** Baseline, extended and progressive with Huffman coding: what browsers decode. */
const SHOWN_FRAMES = [0xc0, 0xc1, 0xc2];

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Grey, colours, and the four of printing. */
const SHOWN_COMPONENTS = [1, 3, 4];
const BITS = 8;
/** A scan of a few bytes may stand for all blocks: ten times as many as programs write, and not work without end. */
const MOST_SCANS = 200;

/** What has been read so far; the walk fills it in. Width and height are those of the stored rows. */
type Found = {
  widthPx: number;
  heightPx: number;
  components: number;
  orientation: number;
  scans: number;
  /** A scan can be decoded: tables for its steps and its codes came before it. */
  hasTables: boolean;
  hasSteps: boolean;
  hasCodes: boolean;
};

/** Offset of the next marker's code within entropy-coded data, or null when there is none. */
function nextMarker(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1];
    // 0 is a stuffed byte, ff a fill byte, and restarts belong to the scan.
    if (code !== undefined && code !== 0 && code !== 0xff && !standsAlone(code)) return at;
  }
  return null;
}

/** Reads the one frame of a picture, whose segment lies within the bytes (T.81, B.2.2). */
function readFrame(view: DataView, at: number, found: Found): boolean {
  const isFirst = found.components === 0;
  if (!isFirst || view.getUint16(at) < 8 || view.getUint8(at + 2) !== BITS) return false;
  found.heightPx = view.getUint16(at + 3);
  found.widthPx = view.getUint16(at + 5);
  found.components = view.getUint8(at + 7);
  const isWhole = view.getUint16(at) === 8 + 3 * found.components;
  return isWhole && SHOWN_COMPONENTS.includes(found.components) && found.widthPx > 0 && found.heightPx > 0;
}

/** Reads the marker at an offset: where the next one is, that the image ends here, or what is wrong. */
function step(view: DataView, bytes: Uint8Array, at: number, found: Found): number | 'end' | PictureError {
  if (at + 1 >= bytes.length) return truncated;
  if (bytes[at] !== 0xff) return unknownForm;
  const marker = view.getUint8(at + 1);
  if (marker === END_OF_IMAGE) return 'end';
  // A fill byte before the marker itself.
  if (marker === 0xff) return at + 1;
  if (standsAlone(marker)) return at + 2;
  if (at + 4 > bytes.length) return truncated;
  const problem = readSegment(view, marker, at + 2, found);
  if (problem) return problem;
  const end = at + 2 + view.getUint16(at + 2);
  return marker === START_OF_SCAN ? (nextMarker(bytes, end) ?? truncated) : end;
}

function walk(bytes: Uint8Array, found: Found): PictureError | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  for (;;) {
    const next = step(view, bytes, at, found);
    if (next === 'end') return found.scans > 0 ? null : truncated;
    if (typeof next !== 'number') return next;
    at = next;
  }
}

function readSegment(view: DataView, marker: number, at: number, found: Found): PictureError | null {
  const length = view.getUint16(at);
  if (length < 2) return unknownForm;
  if (at + length > view.byteLength) return truncated;
  if (isFrame(marker)) {
    return SHOWN_FRAMES.includes(marker) && readFrame(view, at, found) ? null : unknownForm;
  }
  if (marker === STEPS) found.hasSteps = true;
  if (marker === CODES) found.hasCodes = true;
  if (marker === START_OF_SCAN) {
    found.scans += 1;
    if (found.scans > MOST_SCANS) return unknownForm;
    found.hasTables ||= found.hasSteps && found.hasCodes;
  }
  const turn = marker === APPLICATION_1 ? orientationOf(view, at + 2, at + length) : null;
  // Where several say it, the last one holds.
  if (turn !== null) found.orientation = turn;
  return null;
}

/**
 * A JPEG as it is stored: its rows before they are turned, how they are to be turned, and its components. Without
 * tables nothing of it can be decoded.
 */
export type JpegFrame = Readonly<Omit<Found, 'scans' | 'hasSteps' | 'hasCodes'>>;

/** The frame of the JPEG that some bytes are, or null when they do not begin like one. */
export function readJpegFrame(bytes: Uint8Array): Result<JpegFrame, PictureError> | null {
  if (bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE || bytes[2] !== 0xff) return null;
  const found: Found = {
    widthPx: 0,
    heightPx: 0,
    components: 0,
    orientation: 1,
    scans: 0,
    hasTables: false,
    hasSteps: false,
    hasCodes: false,
  };
  const problem = walk(bytes, found);
  if (problem) return err(problem);
  return found.components === 0 ? err(unknownForm) : ok(found);
}

/** The JPEG that some bytes are, or null when they do not begin like one. */
export function readJpeg(bytes: Uint8Array): Result<PictureInfo, PictureError> | null {
  const frame = readJpegFrame(bytes);
  if (!frame?.ok) return frame;
  const { widthPx, heightPx, orientation } = frame.value;
  // Orientations 5 to 8 lie on their side.
  const isTurned = orientation >= 5;
  return ok({
    mediaType: 'image/jpeg',
    widthPx: isTurned ? heightPx : widthPx,
    heightPx: isTurned ? widthPx : heightPx,
  });
}

/** A segment of a JPEG from its marker to its end; that of a scan holds its packed pixels. */
export type JpegSegment = { readonly marker: number; readonly at: number; readonly end: number };

/** The segments of a JPEG that `readJpegFrame` takes, without those that mark its start and its end. */
export function jpegSegments(bytes: Uint8Array): readonly JpegSegment[] {
  const segments: JpegSegment[] = [];
  for (let at = 2; ; ) {
    const marker = bytes[at + 1] ?? END_OF_IMAGE;
    if (marker === END_OF_IMAGE) return segments;
    // Fill bytes, and markers without content.
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else {
      const end = endOf(bytes, marker, at + 2);
      segments.push({ marker, at, end });
      at = end;
    }
  }
}

function endOf(bytes: Uint8Array, marker: number, at: number): number {
  const end = at + Math.max(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0), 2);
  return marker === START_OF_SCAN ? (nextMarker(bytes, end) ?? bytes.length) : end;
}
