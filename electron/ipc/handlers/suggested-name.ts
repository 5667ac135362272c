import { plainLine, REPLACEMENT } from '../../../core/plain-text.ts';

/** Most bytes of a name: systems take 255, and a file that is not yet whole has a longer name. */
const MOST_BYTES = 200;
const MOST_CHARACTERS = 120;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
// The end is looked for only where a run of such signs begins, or a long run within would be read again and again.
const trimmed = (name: string) => name.replace(/^[\s.-]+|(?<![\s.])[\s.]+$/gu, '');

/** As many whole letters of a name as there is room for. */
function shortened(name: string): string {
  let short = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(name.slice(0, MOST_CHARACTERS * 2))) {
    bytes += bytesOf(segment);
    if (bytes > MOST_BYTES || short.length + segment.length > MOST_CHARACTERS) break;
    short += segment;
  }
  return short;
}

// Names that Windows keeps for devices, also with something behind a full stop.
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\.|$)/iu;

/**
 * A file name of some words that every system takes: no separators, no control characters, nothing that hides
 * or turns letters, not taken for an option or a hidden file, not too long.
 */
export function suggestedName(words: readonly string[], extension: string): string {
  const plain = plainLine(words.join(' '))
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replaceAll(REPLACEMENT, '-');
  const name = trimmed(shortened(trimmed(plain)));
  const isReserved = name === '' || RESERVED.test(name);
  return `${isReserved ? `Plan ${name}`.trim() : name}.${extension}`;
}
