import type { AttributeSurvey, Survey } from '../../../core/mapping/survey.ts';

/** An attribute that is offered to tell features apart. */
export type OfferedAttribute = {
  readonly name: string;
  /** Its most frequent values, the most frequent first. */
  readonly values: readonly string[];
  /** Whether it is one of few different words in many features: likely what they are. */
  readonly isTelling: boolean;
};

const FEWEST_VALUES = 2;
const MOST_VALUES = 20;
const MOST_SHOWN = 3;
/** Numbers say how high or how large something is, seldom what. */
const OF_MEASURES = 0.3;

/** An attribute in the features of every sort of geometry. */
type Offered = OfferedAttribute & { readonly score: number };

/**
 * The attributes of a file, the one first that parts the features best: a few different words, each in many of those
 * that are not understood. What is the same in all of them, and what is another in each, as their numbers, comes last;
 * equals stay in the order of the file.
 */
export function attributesByTelling({ geometries, foreign }: Survey): readonly OfferedAttribute[] {
  const byName = new Map<string, Offered>();
  for (const { attributes } of geometries)
    for (const attribute of attributes) {
      const offered = offeredAs(attribute, foreign);
      const known = byName.get(offered.name);
      byName.set(offered.name, known ? both(known, offered) : offered);
    }
  return [...byName.values()].toSorted(
    (first, second) => Number(second.isTelling) - Number(first.isTelling) || second.score - first.score,
  );
}

function offeredAs(attribute: AttributeSurvey, foreign: number): Offered {
  const { name, features, understood, distinct, isCut, measures, values } = attribute;
  const isOfMeasures = measures * 2 >= features;
  const isFew = distinct >= FEWEST_VALUES && distinct <= MOST_VALUES && distinct < features;
  const reached = foreign > 0 ? (features - understood) / foreign : 0;
  // Of one that has another value in each feature nothing is left.
  const repeated = isCut || features === 0 ? 0 : 1 - distinct / features;
  const parted = partedBy(attribute) / (1 + Math.log2(Math.max(distinct, 1)) / 4);
  return {
    name,
    values: values.slice(0, MOST_SHOWN).map(({ text }) => text),
    isTelling: isFew && !isOfMeasures && features > understood,
    score: reached * repeated * parted * (isOfMeasures ? OF_MEASURES : 1),
  };
}

/** How likely two features have different values, from 0 to 1; values that are not listed are all rare. */
function partedBy({ features, values }: AttributeSurvey): number {
  return 1 - values.reduce((same, value) => same + (value.features / features) ** 2, 0);
}

/** The same attribute of features of two sorts. */
function both(one: Offered, other: Offered): Offered {
  const { name, values } = one.values.length > 0 ? one : other;
  return { name, values, isTelling: one.isTelling || other.isTelling, score: one.score + other.score };
}
