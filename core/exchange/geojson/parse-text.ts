import { parseBounded, planJsonLimits } from '../../bounded-json.ts';
import { err, type Result } from '../../result.ts';

// JSON has no such numbers, yet some programs write them.
const notNumbers = ['NaN', 'Infinity'] as const;

/** A name that something is assigned or given to, as scripts have it before what they show. */
const SCRIPT = /^\s*(?:(?:var|let|const|export)\s|[\w.$]+\s*[=(])/;

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** What is wrong with a text at one place outside strings: the middle of a sentence; null where nothing is. */
function faultAt(text: string, at: number): ((line: number) => string) | null {
  const character = text[at];
  if (character === 'N' || character === 'I') {
    const word = notNumbers.find((each) => text.startsWith(each, at));
    return word === undefined
      ? null
      : (line) =>
          `This file has ${word} in line ${line}, which is no number in GeoJSON. Correct it in the source.`;
  }
  if (character === '/' && (text[at + 1] === '/' || text[at + 1] === '*'))
    return (line) =>
      `This file has a comment in line ${line}, which JSON does not allow. Take its comments out, or export it again without them.`;
  if (character !== ',') return null;
  const next = /\S/g;
  next.lastIndex = at + 1;
  const closes = ['}', ']'].includes(next.exec(text)?.[0] ?? '');
  return closes
    ? (line) =>
        `This file has a comma before a closing bracket in line ${line}, which JSON does not allow. Take the comma out.`
    : null;
}

/** The first thing outside strings that programs write and JSON does not have; null where there is none. */
function findFault(text: string): string | null {
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n') line += 1;
    else if (character === '"') at = endOfString(text, at);
    else {
      const fault = faultAt(text, at);
      if (fault) return fault(line);
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
  if (SCRIPT.test(text))
    return err({
      message:
        'This file is a script with GeoJSON in it, not GeoJSON alone. Take out what stands before its first "{" and after its last "}".',
    });
  const message =
    findFault(text) ??
    'This file is not GeoJSON: it is cut short, or not JSON at all. Export it again from its source.';
  return err({ message });
}
