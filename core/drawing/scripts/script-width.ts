import type { TextItem } from '../draw-item.ts';
import { familiesFor, isInRanges, type ScriptFamily } from './families.ts';
import { isHanFamily, lettersOfFamily } from './han.ts';
import { type Forms, type Run, type ScriptAdvances, scriptAdvances } from './script-advances.ts';

type Weight = TextItem['weight'];
/** Advances as they are asked for. */
type Metrics = {
  readonly own: ReadonlyMap<number, number>;
  readonly forms: ReadonlyMap<number, Forms>;
  readonly eastAsian: { readonly [id: string]: ReadonlyMap<number, number> };
  readonly source: ScriptAdvances;
};

/** The size of a text in units of these fonts. */
const EM = 1000;
const [LAM, HEH, JOINER, NON_JOINER] = [0x644, 0x647, 0x200d, 0x200c];
const [KA, HA, RA, VIRAMA] = [0x915, 0x939, 0x930, 0x94d];
const MARK = /\p{M}/u;

function spread<T>(runs: readonly Run<T>[]): ReadonlyMap<number, T> {
  return new Map(runs.flatMap(([first, values]) => values.map((value, index) => [first + index, value])));
}

const known = new Map<Weight, Metrics>();

function metricsOf(weight: Weight): Metrics {
  const before = known.get(weight);
  if (before) return before;
  const source = scriptAdvances[weight];
  const eastAsian = Object.fromEntries(
    Object.entries(source.eastAsian).map(([id, runs]) => [id, spread(runs)]),
  );
  const metrics = { own: spread(source.runs), forms: spread(source.arabicForms), eastAsian, source };
  known.set(weight, metrics);
  return metrics;
}

/** Whether the letters around one reach it: what stands between two is a mark or joins them. */
type Reach = { readonly before: boolean; readonly after: boolean };

const pairOf = (pairs: readonly (readonly number[])[], first: number | undefined) =>
  pairs.find(([each]) => each === first);

/** Letters of one word: marks say nothing of what joins what. */
function arabicWidth(word: readonly number[], metrics: Metrics): number {
  const letters = word.filter((point) => !MARK.test(String.fromCodePoint(point)));
  let width = 0;
  for (let index = 0; index < letters.length; index += 1) {
    const reach = reachOf(letters, index, metrics);
    const ligature = letters[index] === LAM ? pairOf(metrics.source.lamAlef, letters[index + 1]) : undefined;
    width += ligature
      ? (ligature[reach.before ? 2 : 1] ?? 0)
      : arabicLetter(letters, index, { metrics, reach });
    if (ligature) index += 1;
  }
  return width;
}

function reachOf(letters: readonly number[], index: number, { forms }: Metrics): Reach {
  const opens = (point = 0) => point === JOINER || typeof forms.get(point)?.[0] === 'number';
  const closes = (point = 0) => point === JOINER || forms.has(point);
  const [previous, point, next] = [letters[index - 1], letters[index], letters[index + 1]];
  return { before: opens(previous) && closes(point), after: opens(point) && closes(next) };
}

function arabicLetter(
  letters: readonly number[],
  index: number,
  { metrics, reach }: { metrics: Metrics; reach: Reach },
): number {
  const point = letters[index] ?? 0;
  const isLone = !reach.before && !reach.after;
  if (isLone && point === HEH && metrics.forms.has(letters[index - 1] ?? 0))
    return metrics.source.hehAfterLetter;
  return formOf(metrics.forms.get(point), reach) ?? metrics.own.get(point) ?? 0;
}

function formOf(forms: Forms | undefined, { before, after }: Reach): number | null | undefined {
  if (before) return after ? forms?.[1] : forms?.[2];
  return after ? forms?.[0] : null;
}

/** Letters of one word: consonants that a virama joins are halves before the last. */
function devanagariWidth(word: readonly number[], { own, source: { devanagari } }: Metrics): number {
  const isConsonant = (point: number | undefined) => point !== undefined && point >= KA && point <= HA;
  let width = 0;
  word.forEach((point, index) => {
    const isHalf = isConsonant(point) && word[index + 1] === VIRAMA && isConsonant(word[index + 2]);
    width += isHalf ? halfWidth(devanagari, point, word[index + 2] ?? 0) : (own.get(point) ?? 0);
    if (word[index - 1] === RA && word[index - 2] !== VIRAMA)
      width += pairOf(devanagari.underRa, point)?.[1] ?? 0;
  });
  return width;
}

function halfWidth(
  { halves, conjuncts }: ScriptAdvances['devanagari'],
  first: number,
  second: number,
): number {
  const row = conjuncts[first - KA] ?? [];
  const at = row.findIndex((each, index) => index % 2 === 0 && each === second - KA);
  return (halves[first - KA] ?? 0) + (at < 0 ? 0 : (row[at + 1] ?? 0));
}

function eastAsianWidth(
  point: number,
  families: readonly ScriptFamily[],
  { eastAsian, source }: Metrics,
): number {
  if (point >= 0xac00 && point <= 0xd7a3) return source.syllable;
  const letter = String.fromCodePoint(point);
  const id = families
    .map((each) => each.id)
    .find((each) => isHanFamily(each) && lettersOfFamily(each).has(letter));
  return eastAsian[id ?? '']?.get(point) ?? EM;
}

type Word = { readonly family: ScriptFamily; readonly points: number[] };

function wordWidth({ points, family }: Word, families: readonly ScriptFamily[], metrics: Metrics): number {
  if (family.id === 'arabic') return arabicWidth(points, metrics);
  if (family.id === 'devanagari') return devanagariWidth(points, metrics);
  const one = (point: number) =>
    isHanFamily(family.id) ? eastAsianWidth(point, families, metrics) : (metrics.own.get(point) ?? 0);
  return points.reduce((sum, point) => sum + one(point), 0);
}

/** Neighbouring letters of one family, joiners with those before them, and the letters that are Inter's. */
function wordsOf(
  line: string,
  families: readonly ScriptFamily[],
): { readonly words: readonly Word[]; readonly rest: string } {
  const words: Word[] = [];
  let [rest, isOpen] = ['', false];
  for (const letter of line.normalize('NFC')) {
    const point = letter.codePointAt(0) ?? 0;
    const before = isOpen ? words.at(-1) : undefined;
    const isJoiner = point === JOINER || point === NON_JOINER;
    const family = isJoiner ? before?.family : families.find((each) => isInRanges(each, point));
    if (family && family === before?.family) before.points.push(point);
    else if (family) words.push({ family, points: [point] });
    else if (!isJoiner) rest += letter;
    isOpen = family !== undefined;
  }
  return { words, rest };
}

/**
 * The part of a line's width, for a size of 1, that letters of further scripts take, and the letters that are left
 * for Inter.
 */
export function scriptWidth(line: string, weight: Weight): { readonly width: number; readonly rest: string } {
  const metrics = metricsOf(weight);
  const families = familiesFor(line);
  const { words, rest } = wordsOf(line, families);
  const width = words.reduce((sum, word) => sum + wordWidth(word, families, metrics), 0);
  return { width: width / EM, rest };
}
