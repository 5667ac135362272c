import { err, ok, type Result } from '../../core/result.ts';
import { textOfUtf8 } from '../../core/utf8.ts';
import { mostRead } from './most-read.ts';

/** What the bytes of a file begin with, blank space aside: content decides what it is, never its name. */
export function firstCharacter(bytes: Uint8Array): string {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start[0] ?? '';
}

/** Whether a file begins as GeoJSON does. */
export function beginsAsMap(bytes: Uint8Array): boolean {
  return ['{', '['].includes(firstCharacter(bytes));
}

const UTF8_SAVE = 'Save it as UTF-8 in the program that it comes from, and choose it again.';

/** Why a text that begins as UTF-16 does, with or without its mark, is not read; null for every other file. */
export function utf16Problem([first = 1, second = 1]: Uint8Array): string | null {
  const opens = (character: number) => character === 0x7b || character === 0x5b;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const isBare = (opens(first) && second === 0) || (first === 0 && opens(second));
  return isMarked || isBare ? `This file is UTF-16 and not UTF-8. ${UTF8_SAVE}` : null;
}

type MapError = { readonly code: 'too-large' | 'unreadable'; readonly message: string };

/** The text in the bytes of a GeoJSON file, which nobody has parsed yet. */
export function textOfMap(bytes: Uint8Array): Result<string, MapError> {
  const strange = utf16Problem(bytes);
  if (strange === null && !beginsAsMap(bytes)) {
    const what =
      firstCharacter(bytes) === 'P'
        ? 'This is a plan file, which opens as a plan of its own: use “Import a plan file or GeoJSON”.'
        : 'This is not GeoJSON. Choose a .geojson file.';
    return err({ code: 'unreadable', message: what });
  }
  if (bytes.length > mostRead.geojson)
    return err({
      code: 'too-large',
      message: 'This GeoJSON file is larger than 64 MB. Cut it to the site first.',
    });
  if (strange !== null) return err({ code: 'unreadable', message: strange });
  const text = textOfUtf8(bytes);
  if (text === null)
    return err({
      code: 'unreadable',
      message: `This file is not UTF-8, as GeoJSON is: letters would be lost. ${UTF8_SAVE}`,
    });
  return ok(text);
}
