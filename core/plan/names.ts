import { plainLine } from '../plain-text.ts';

/** Most characters of a name that is kept: of a plan, a site, a picture. */
const MOST = 200;

/** As many whole letters of a name as there is room for. */
function cut(name: string, most: number): string {
  if (name.length <= most) return name;
  let short = '';
  // What lies behind is looked at only to see where the last letter ends.
  for (const { segment } of new Intl.Segmenter('en').segment(name.slice(0, 2 * MOST))) {
    if (short.length + segment.length > most) break;
    short += segment;
  }
  return short.trimEnd();
}

/** A name as long as one that is kept may be. */
export const cutName = (name: string): string => cut(name, MOST);

/**
 * A name from outside (of a file, in a file) as one that is kept and shown: one line, without what is no letter or
 * turns others around, and not too long. Empty where nothing is left.
 */
export function nameFrom(text: string): string {
  return cutName(plainLine(text).trim());
}

/** A name with something behind it: where both together are too long, it is the name that is cut. */
export function nameWith(name: string, addition: string): string {
  return cut(name, MOST - addition.length) + addition;
}
