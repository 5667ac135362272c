import { plainText } from './plain-text.ts';

/*  What does not count before a sign: spaces, quotes and what nobody sees. All of it is one class: U+FEFF is a space
 *  and unseen, and to try it as either, sign by sign, takes twice as long for each more.  */
const BEFORE = String.raw`(?:(?![\n\t])[\s"'\x60\p{Default_Ignorable_Code_Point}])*`;
/** What a formula begins with; the signs also in their wide forms. */
const SIGN = String.raw`[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff1d\uff0b\uff0d\uff20]`;
/** The start of a text, and what may end a cell or a row in a program that splits by other signs than the comma. */
const START = String.raw`(^|[\n\t;|])`;

const FORMULA = new RegExp(`${START}(?=${BEFORE}${SIGN})`, 'gu');
const GUARDED = new RegExp(`${START}'(?=${BEFORE}${SIGN})`, 'gu');

/** A text that no spreadsheet takes for a formula, or for more than one cell: an apostrophe stands before what might be. */
export function guardedText(value: string): string {
  const text = plainText(value).replace(FORMULA, "$1'");
  return /^[\n\t]/.test(text) ? `'${text}` : text;
}

/** The text of a cell without the apostrophes of `guardedText`: of a plain text of one line exactly what it was. */
export function unguardedText(cell: string): string {
  return cell.replace(GUARDED, '$1');
}
