import { err, ok, type Result } from '../../core/result.ts';
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

type MapError = { readonly code: 'too-large' | 'unreadable'; readonly message: string };

/** The text in the bytes of a GeoJSON file, which nobody has parsed yet. */
export function textOfMap(bytes: Uint8Array): Result<string, MapError> {
  if (!beginsAsMap(bytes)) {
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
  return ok(new TextDecoder().decode(bytes));
}
