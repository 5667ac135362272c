import { type GeometrySort, sortsOfKind } from '../../mapping/mapped-fields.ts';
import type { MappingRule } from '../../mapping/mapping.ts';
import { listed } from '../sources-by-reason.ts';

/** Rules that are told one by one. */
const MOST_RULES = 12;
const LONGEST = 40;

type Count = { features: number; lastSource: string | null; readonly misfits: Map<GeometrySort, number> };

const number = (value: number) => value.toLocaleString('en-US');
const featuresOf = (features: number) => (features === 1 ? '1 feature' : `${number(features)} features`);
const several: { readonly [S in GeometrySort]: string } = {
  point: 'points',
  line: 'lines',
  polygon: 'polygons',
};

/** What each rule of a mapping was of use for in a file. */
export class RuleCounts {
  readonly #rules: readonly MappingRule[];
  readonly #counts: readonly Count[];

  constructor(rules: readonly MappingRule[]) {
    this.#rules = rules;
    this.#counts = rules.map(() => ({ features: 0, lastSource: null, misfits: new Map() }));
  }

  /** A feature that a rule decides; its forms come one after the other and count once. */
  add(index: number, source: string): void {
    const count = this.#counts[index];
    if (!count || count.lastSource === source) return;
    count.features += 1;
    count.lastSource = source;
  }

  /** A form that a rule fits, and the kind of the rule has no such form. */
  addMisfit(index: number, form: GeometrySort): void {
    const misfits = this.#counts[index]?.misfits;
    misfits?.set(form, (misfits.get(form) ?? 0) + 1);
  }

  /** One sentence for each rule that decided something, one for all those that fit nothing. */
  remarks(): readonly string[] {
    const told = this.#rules.flatMap((rule, index) => {
      const { features, misfits } = this.#counts[index] ?? { features: 0, misfits: new Map() };
      return features > 0 || misfits.size > 0 ? [{ rule, index, features, misfits }] : [];
    });
    const rest = told.slice(MOST_RULES);
    const sentences = told
      .slice(0, MOST_RULES)
      .flatMap(({ rule, index, features, misfits }) => [
        ...(features > 0 && rule.becomes !== 'as-read'
          ? [`Rule ${index + 1} (${wordsOf(rule)}): ${featuresOf(features)} ${outcomeOf(rule)}.`]
          : []),
        ...[...misfits].map(([form, forms]) => misfitSentence(rule, index, { form, forms })),
      ]);
    const features = rest.reduce((sum, each) => sum + each.features, 0);
    const misfits = rest.flatMap((each) => [...each.misfits.values()]).reduce((sum, each) => sum + each, 0);
    if (rest.length > 0)
      sentences.push(
        `${number(rest.length)} further rules: ${featuresOf(features)}, and ${number(misfits)} left out that do not fit.`,
      );
    return [...sentences, ...this.#unused()];
  }

  #unused(): readonly string[] {
    const unused = this.#rules.flatMap((rule, index) => {
      const count = this.#counts[index];
      return count && count.features === 0 && count.misfits.size === 0
        ? [`${index + 1} (${wordsOf(rule)})`]
        : [];
    });
    if (unused.length === 0) return [];
    const what = unused.length === 1 ? 'Rule that fits nothing' : 'Rules that fit nothing';
    return [`${what} in this file: ${listed(unused)}.`];
  }
}

function outcomeOf({ becomes }: MappingRule): string {
  return becomes === 'left-out' ? 'left out' : `read as ${becomes}`;
}

function misfitSentence(
  rule: MappingRule,
  index: number,
  { form, forms }: { readonly form: GeometrySort; readonly forms: number },
): string {
  const what = forms === 1 ? `1 ${form}` : `${number(forms)} ${several[form]}`;
  const kind = rule.becomes;
  const needs =
    kind === 'as-read' || kind === 'left-out'
      ? ''
      : `, since ${kind} needs a ${sortsOfKind[kind].join(' or ')}`;
  return `Rule ${index + 1} (${wordsOf(rule)}): ${what} left out${needs}.`;
}

/** Which features a rule means, in words. */
function wordsOf({ attribute, value, geometry }: MappingRule): string {
  const what = geometry === undefined ? 'features' : several[geometry];
  if (attribute === undefined) return `all ${what}`;
  const name = attribute.slice(0, LONGEST);
  return value === undefined
    ? `${what} with ${name}`
    : `${what} with ${name} "${String(value).slice(0, LONGEST)}"`;
}
