import { RECORD_SEPARATOR } from '../../core/exchange/geojson/text-lines.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { textOfUtf8 } from '../../core/utf8.ts';
import { mostRead } from './most-read.ts';

/** How much of a file is looked at to see what it is. */
const START_BYTES = 64;

/** What the bytes of a file begin with, blank space aside: content decides what it is, never its name. */
export function firstCharacter(bytes: Uint8Array): string {
  return startOf(bytes)[0] ?? '';
}

function startOf(bytes: Uint8Array): string {
  return new TextDecoder(utf16Of(bytes) ?? 'utf-8').decode(bytes.subarray(0, START_BYTES)).trimStart();
}

/** GeoJSON, and what is nearly so: a comment before it, a script that assigns it. */
const MAP_START = /^(?:[{[]|\/[/*]|(?:var|let|const|export)\s|[\w.$]+\s*[=(])/;

/** Whether a file begins as GeoJSON does, or so that a reader of GeoJSON can say what is wrong with it. */
export function beginsAsMap(bytes: Uint8Array): boolean {
  const start = startOf(bytes);
  return start.startsWith(RECORD_SEPARATOR) || MAP_START.test(start);
}

type Utf16 = 'utf-16le' | 'utf-16be';

/** Which UTF-16 a text is in that begins as such, with or without its mark; null for every other file. */
function utf16Of([first = 1, second = 1]: Uint8Array): Utf16 | null {
  const opens = (character: number) => character === 0x7b || character === 0x5b;
  if ((first === 0xff && second === 0xfe) || (opens(first) && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && opens(second)) ? 'utf-16be' : null;
}

type MapError = { readonly code: 'too-large' | 'unreadable'; readonly message: string };
type MapText = {
  readonly text: string;
  /** What has to be said of how it was read: one sentence, or none. */
  readonly remarks: readonly string[];
};

/** The text in the bytes of a GeoJSON file, which nobody has parsed yet. */
export function textOfMap(bytes: Uint8Array): Result<MapText, MapError> {
  if (!beginsAsMap(bytes)) {
    const what =
      firstCharacter(bytes) === 'P'
        ? 'This is a plan file, which opens as a plan of its own: use “Import a plan file or GeoJSON”.'
        : 'This is not GeoJSON. Choose a .geojson file.';
    return refuse(what);
  }
  if (bytes.length > mostRead.geojson)
    return err({
      code: 'too-large',
      message: 'This GeoJSON file is larger than 64 MB. Cut it to the site first.',
    });
  const utf16 = utf16Of(bytes);
  if (utf16) return textOfUtf16(bytes, utf16);
  const text = textOfUtf8(bytes);
  return text === null ? textOfWindows(bytes) : ok({ text, remarks: [] });
}

const UTF8_SAVE = 'Save it as UTF-8 in the program that it comes from, and choose it again.';

const refuse = (message: string): Result<never, MapError> => err({ code: 'unreadable', message });

function textOfUtf16(bytes: Uint8Array, encoding: Utf16): Result<MapText, MapError> {
  const text = decoded(bytes, encoding);
  if (text === null) return refuse(`This file is UTF-16 that is damaged or cut short. ${UTF8_SAVE}`);
  return ok({ text, remarks: ['This file is UTF-16 and not UTF-8, as GeoJSON is: it was read as UTF-16.'] });
}

/** Bytes that mean nothing in Windows-1252. */
const NOT_WINDOWS = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/** A text that is not UTF-8, by the encoding that such files mostly have; never one with letters of UTF-8 in it. */
function textOfWindows(bytes: Uint8Array): Result<MapText, MapError> {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const broken = lenient.split('\ufffd').length - 1;
  const letters = lenient.replaceAll(/[\0-\x7f\ufffd]/g, '').length;
  if (letters >= broken)
    return refuse(`This file is UTF-8 that is damaged or cut short: letters would be lost. ${UTF8_SAVE}`);
  if (NOT_WINDOWS.some((byte) => bytes.includes(byte)))
    return refuse(`This file is neither UTF-8 nor Windows-1252: letters would be lost. ${UTF8_SAVE}`);
  const text = new TextDecoder('windows-1252').decode(bytes);
  const remark =
    'This file is not UTF-8, as GeoJSON is: it was read as Windows-1252 (Western European). Look whether names are right.';
  return ok({ text, remarks: [remark] });
}

function decoded(bytes: Uint8Array, encoding: Utf16): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // What it throws for bytes that are no text.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
