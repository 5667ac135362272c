import { pictureChoices, picturedIn } from '../../../../core/analysis/picture/camera-picture.ts';
import {
  type PersonAnswer,
  type PersonPlace,
  personFigures,
} from '../../../../core/analysis/picture/person-figures.ts';
import type { PreparedPicture } from '../../../../core/analysis/picture/picture-items.ts';
import { builtInProfiles, type NamedLevel } from '../../../../core/catalogue/level-profiles.ts';
import type { PlanRecord, RecordOf } from '../../../../core/plan/kinds/index.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';

export const levels: readonly NamedLevel[] = builtInProfiles[0].levels;

/** Four metres up, looking east, 15° down, with the default lens. */
export const eastward = record('camera', { at: { x: 0, y: 0 }, direction: 0, height: 4, tilt: 0.261799 });

/** The own picture of a camera over what stands there. */
export function prepared(
  records: readonly PlanRecord[],
  camera: RecordOf<'camera'> = eastward,
): PreparedPicture {
  const plan = testPlan(...records, camera);
  const [{ view }] = granted(pictureChoices(plan, camera, 'proposed')).pictures;
  return picturedIn(plan, camera, { view, states: 'proposed' });
}

/** What is seen of a person who stands there. */
export function seenAt(
  picture: PreparedPicture,
  place: Partial<PersonPlace> = {},
  range: number | null = null,
): PersonAnswer<NamedLevel> {
  const question = { levels, model: 'flat', range, meshShare: 0.7 } as const;
  return granted(personFigures(picture, { distance: 10, aside: 0, ...place }, question));
}

export const rectangle = (x: number, y: number, width: number, height: number) => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
];
