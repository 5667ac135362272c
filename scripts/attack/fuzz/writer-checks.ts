import Papa from 'papaparse';

/** Why what a writer wrote does harm; null when it does none. */
export type Harm = string | null;

const FORMULA = /^[\s"'`]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]\d+)?$/;

/** A cell begins like a formula, also where a program strips spaces and quotes before it looks. */
function isFormula(cell: string): boolean {
  // The apostrophe says to spreadsheets that a text follows.
  return !cell.startsWith("'") && !NUMBER.test(cell) && FORMULA.test(cell);
}

export function csvHarm(csv: string): Harm {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\ufeff/, '').replace(/\r\n$/, ''));
  if (errors.length > 0) return `the table cannot be read: ${errors[0]?.message}`;
  const [head = []] = data;
  if (data.some((row) => row.length !== head.length)) return 'a row of the table has other columns';
  const formula = data.flat().find(isFormula);
  return formula === undefined
    ? null
    : `a cell of the table is a formula: ${JSON.stringify(formula.slice(0, 40))}`;
}

// What XML 1.0 has no letters for, halves of pairs among them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;
const TAG = /<(?:(\/)([a-zA-Z]+)|([a-zA-Z]+)(?:\s[a-zA-Z-]+="[^"<]*")*\s*(\/?)|[?!][^>]*)>/y;

/** Whether a text is XML as far as the drawings use it: letters, references, attributes, and tags that close each other. */
export function svgHarm(svg: string): Harm {
  const wrong = NO_XML.exec(svg);
  if (wrong) return `the drawing has a sign that XML does not have: ${wrong[0].codePointAt(0)?.toString(16)}`;
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(svg)) return 'the drawing has a bare &';
  if (/NaN|Infinity|undefined/.test(svg.replaceAll(/>[^<]*</g, '><')))
    return 'the drawing has what is no number';
  const open: string[] = [];
  for (let at = svg.indexOf('<'); at >= 0; at = svg.indexOf('<', TAG.lastIndex)) {
    TAG.lastIndex = at;
    const [, isEnd, closed, opened, isWhole] = TAG.exec(svg) ?? [];
    if (closed === undefined && opened === undefined)
      return `the drawing is no XML at ${svg.slice(at, at + 40)}`;
    if (isEnd && open.pop() !== closed) return `the drawing closes ${closed} where another is open`;
    if (opened && !isWhole) open.push(opened);
  }
  return open.length === 0 ? null : `the drawing leaves ${open.at(-1)} open`;
}

const RESERVED = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])\s*(\.|$)/i;
const MOST_BYTES = 255;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const NOT_IN_NAMES = /[\0-\x1f\x7f-\x9f\\/:*?"<>|\u2028\u2029]|\p{Surrogate}|\p{Bidi_Control}/u;

export function nameHarm(name: string): Harm {
  const told = JSON.stringify(name.slice(0, 40));
  if (NOT_IN_NAMES.test(name)) return `a file name has what no system takes, or what hides letters: ${told}`;
  if (RESERVED.test(name)) return `a file name is that of a device: ${told}`;
  if (/^[-\s.]|[\s.]$/.test(name)) return `a file name begins or ends with what systems drop: ${told}`;
  return Buffer.byteLength(name) <= MOST_BYTES ? null : `a file name has over ${MOST_BYTES} bytes: ${told}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const STEERS = /[\0-\x09\x0b-\x1f\x7f-\x9f]|\p{Surrogate}|\p{Bidi_Control}/u;

/** What is printed for a person steers no terminal. */
export function printedHarm(text: string): Harm {
  const found = STEERS.exec(text);
  return found ? `what is printed steers a terminal: ${found[0].codePointAt(0)?.toString(16)}` : null;
}
