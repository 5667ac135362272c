// Bytes that steer a terminal or a printer, halves of letters, what Unicode and XML 1.0 have no letters for.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const NO_LETTER = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;
// What turns the direction of the letters around it, seen by nobody.
const DIRECTION = /\p{Bidi_Control}/gu;
const ORDINARY = /^[ -~]*$/;
const LINE_END = /\r\n|[\n\v\f\r\x85\u2028\u2029]/g;

/** Stands in a text where something was that is no letter. */
export const REPLACEMENT = '\ufffd';

/**
 * A text as records keep it, wherever it came from: what is no letter is replaced, lines end with \n. What turns the
 * direction of letters stays: people who write from right to left need it.
 */
export function keptText(text: string): string {
  if (ORDINARY.test(text)) return text;
  return text.replace(LINE_END, '\n').replace(NO_LETTER, REPLACEMENT);
}

/**
 * A text of several lines that every reader takes: what is no letter is replaced, what turns the direction of
 * letters is left out, lines end with \n.
 */
export function plainText(text: string): string {
  if (ORDINARY.test(text)) return text;
  return keptText(text.replace(DIRECTION, ''));
}

/** The same as one line: line ends and tabs are spaces. */
export function plainLine(text: string): string {
  return plainText(text).replace(/[\n\t]/g, ' ');
}
