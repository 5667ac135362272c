import type { AnyId } from '../../plan/kinds/index.ts';
import { getRecord, type Plan } from '../../plan/plan.ts';
import type { CoverageRefusal } from '../coverage/camera-coverage.ts';
import type { SightRefusal } from '../sight/sight-pieces.ts';
import type { ZoneRemark } from '../zones/floor-zones.ts';
import type { ZoneRefusal } from '../zones/zone-check.ts';

const sightSentences: { readonly [R in SightRefusal]: string } = {
  'not-a-number': 'What stands on this floor has a place or a height that is not a number.',
  'too-far': 'Something on this floor lies more than 1,048 km from the origin. Move it nearer.',
  'too-many-pieces': 'More than 400,000 pieces of walls, fences and solids stand on this floor.',
  'too-many-crossings': 'What stands on this floor crosses itself more than two million times.',
  'too-complex': 'It looks over more than can be followed in seconds. Give it a range.',
};

/** Why nothing is known of what a camera sees, in a sentence. */
export function coverageRefusalSentence(refusal: CoverageRefusal): string {
  return refusal.reason === 'flaw' ? refusal.flaw.message : sightSentences[refusal.refusal];
}

const zoneSentences: { readonly [R in ZoneRefusal]: string } = {
  'crosses-itself': 'The outline of the zone crosses itself.',
  'nothing-open': 'Walls and solids take all of the zone.',
  'no-such-level': 'The level profile of the plan has no such level.',
};

/** Why a zone has no answer, in a sentence. */
export function zoneRefusalSentence(refusal: ZoneRefusal): string {
  return zoneSentences[refusal];
}

/** What does not count in the answer for a zone, or counts less exactly, in a sentence that names it. */
export function zoneRemarkSentence(plan: Plan, remark: ZoneRemark): string {
  switch (remark.type) {
    case 'cameras-unknown':
      return `By night without ${tagsOf(plan, remark.cameras, 'camera')}: neither the least light nor the range of its own infrared light is known.`;
    case 'cameras-refused':
      return `Without ${tagsOf(plan, remark.cameras, 'camera')}: its figures are those of no camera.`;
    case 'lights-unknown':
      return `Without ${tagsOf(plan, remark.lights, 'light')}: illuminance or range is not known.`;
    case 'summed':
      return `Where only several lights together are bright enough, that was followed by squares of ${remark.side.toFixed(2)} m.`;
    default:
      return remark satisfies never;
  }
}

/** Tags one after the other; those without one are counted. */
function tagsOf(plan: Plan, ids: readonly AnyId[], what: string): string {
  const tags = ids.flatMap((id) => {
    const record = getRecord(plan, id);
    return record && 'tag' in record && record.tag !== null ? [record.tag] : [];
  });
  const without = ids.length - tags.length;
  const rest = without === 0 ? [] : [`${without} ${what}${without === 1 ? '' : 's'} without a tag`];
  return [...tags, ...rest].join(', ');
}
