import type { ShapeFlaw } from '../../plan/flaws/shape-flaw.ts';
import { shapeFlaws } from '../../plan/flaws/shape-flaws.ts';
import type { PlanRecord } from '../../plan/kinds/index.ts';
import type { Plan } from '../../plan/plan.ts';

type Sentence = (where: string, count: string) => string;

/** Of one record and of several. */
const sentences: { readonly [F in ShapeFlaw]: readonly [Sentence, Sentence] } = {
  'covers-existing-wall': [
    (where) => `1 wall lies wholly on another one (${where}): delete one of the two.`,
    (where, count) => `${count} walls lie wholly on others (${where}): delete one of each two.`,
  ],
  'crosses-itself': [
    (where) => `1 outline crosses or touches itself (${where}): put its corners in order.`,
    (where, count) => `${count} outlines cross or touch themselves (${where}): put their corners in order.`,
  ],
  'side-without-length': [
    (where) => `1 record has two corners in one place (${where}): delete one of the corners.`,
    (where, count) => `${count} records have two corners in one place (${where}): delete one of the corners.`,
  ],
  'overlaps-opening': [
    (where) => `1 door or window lies over another one in its wall (${where}): move it or make it narrower.`,
    (where, count) =>
      `${count} doors or windows lie over others in their walls (${where}): move them or make them narrower.`,
  ],
};

const MOST_NAMED = 3;

const NOT_ALL_COMPARED =
  'So many walls lie over each other that not all were compared: some may lie wholly on others.';

/**
 * One sentence for each thing that is wrong with shapes that were read all the same, as edits would refuse it:
 * how many there are, the first of them by name, and what to do.
 *
 * @param nameOf the tag of a record, or where it comes from
 */
export function shapeRemarks(plan: Plan, nameOf: (record: PlanRecord) => string): readonly string[] {
  const found = shapeFlaws(plan);
  const remarks = [...found.records].map(([flaw, records]) => {
    const [ofOne, ofSeveral] = sentences[flaw];
    const count = records.length.toLocaleString('en-US');
    return (records.length === 1 ? ofOne : ofSeveral)(namesOf(records, nameOf), count);
  });
  return found.isCut ? [...remarks, NOT_ALL_COMPARED] : remarks;
}

function namesOf(records: readonly PlanRecord[], nameOf: (record: PlanRecord) => string): string {
  // The parts of one feature are named once.
  const names = [...new Set(records.map(nameOf))];
  const more = names.length - MOST_NAMED;
  if (more <= 0) return names.join(', ');
  return `${names.slice(0, MOST_NAMED).join(', ')} and ${more.toLocaleString('en-US')} more`;
}
