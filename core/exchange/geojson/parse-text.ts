import { parseBounded, planJsonLimits } from '../../bounded-json.ts';
import { err, type Result } from '../../result.ts';

// JSON has no such numbers, yet some programs write them.
const notNumbers = ['NaN', 'Infinity'] as const;

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** The first word outside strings that stands for no number, with its line; null where there is none. */
function findNotNumber(text: string): { readonly word: string; readonly line: number } | null {
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n') line += 1;
    else if (character === '"') at = endOfString(text, at);
    else if (character === 'N' || character === 'I') {
      const word = notNumbers.find((each) => text.startsWith(each, at));
      if (word !== undefined) return { word, line };
    }
  }
  return null;
}

/** The value in a JSON text, or a sentence that says why there is none and what to do. */
export function parseText(text: string): Result<unknown, { readonly message: string }> {
  const json = parseBounded(text, planJsonLimits);
  if (json.ok) return json;
  const { reason, what } = json.error;
  if (reason !== 'not-json') return err({ message: `This file ${what}. Cut it to the site first.` });
  const found = findNotNumber(text);
  const message = found
    ? `This file has ${found.word} in line ${found.line}, which is no number in GeoJSON. Correct it in the source.`
    : 'This file is not GeoJSON: it is cut short, or not JSON at all. Export it again from its source.';
  return err({ message });
}
