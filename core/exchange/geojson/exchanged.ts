import { type Box, boxOf, middleOf } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { z } from '../../schema.ts';
import type { CoordinateReference } from '../crs/coordinate-reference.ts';
import { pointsOf } from '../neutral-drawing.ts';
import { listed } from '../sources-by-reason.ts';
import type { ReadFeature } from './feature.ts';
import type { Top } from './listed-features.ts';

/** By how much, besides its own size, a "bbox" is taken larger than it is: programs round it. */
const ROUNDED = 0.001;

const bboxSchema = z.array(z.number()).min(4).max(8);
const exchanged = ({ x, y }: Point): Point => ({ x: y, y: x });

/**
 * What speaks for x and y having been exchanged in a file; none where nothing does, or nothing is there to decide by.
 *
 * A "bbox" that holds the middle of what it is of only if the two are exchanged; and, where the file names its
 * projection, places that lie in the part of the globe that it is for only then.
 */
export function exchangedRemarks(
  { bbox }: Top,
  features: readonly ReadFeature[],
  reference: CoordinateReference | null,
): readonly string[] {
  const isAnythingSaid = bbox !== undefined || reference || features.some((each) => each.bbox !== undefined);
  const middle = isAnythingSaid ? middleOfAll(features) : null;
  if (!middle) return [];
  const odd = isExchanged(bbox, middle)
    ? ['The "bbox" of this file has']
    : bboxOfFeatures(features).map((sources) => `The "bbox" of ${sources} has`);
  return [
    ...odd.map((start) => `${start} x and y the other way round than the coordinates. ${TO_DO}`),
    ...(reference && isElsewhere(reference, middle)
      ? [
          `The coordinates lie far from the part of the globe that their system is for, and would lie in it if the two were exchanged. ${TO_DO}`,
        ]
      : []),
  ];
}

const TO_DO =
  'Nothing was exchanged: if the place is wrong, exchange the two in the program that the file comes from.';

/** The names of the features whose own "bbox" says so; none where there are none. */
function bboxOfFeatures(features: readonly ReadFeature[]): readonly string[] {
  const odd = features.filter((feature) => {
    const middle = feature.bbox === undefined ? null : middleOfAll([feature]);
    return middle !== null && isExchanged(feature.bbox, middle);
  });
  return odd.length > 0 ? [listed(odd.map(({ element }) => element.source))] : [];
}

function* placesOf(features: readonly ReadFeature[]): Generator<Point> {
  for (const { element } of features) for (const form of element.forms) yield* pointsOf(form);
}

function middleOfAll(features: readonly ReadFeature[]): Point | null {
  const box = boxOf(placesOf(features));
  return box && middleOf(box);
}

function isExchanged(bbox: unknown, middle: Point): boolean {
  const box = boxIn(bbox);
  return box !== null && !isIn(box, middle) && isIn(box, exchanged(middle));
}

/** RFC 7946, 5: the lowest values of all axes, then the highest; null where it is none, or goes across the 180th meridian. */
function boxIn(bbox: unknown): Box | null {
  const numbers = bboxSchema.safeParse(bbox).data;
  if (!numbers || numbers.length % 2 === 1) return null;
  const [minX = 0, minY = 0] = numbers;
  const [maxX = 0, maxY = 0] = numbers.slice(numbers.length / 2);
  return minX <= maxX && minY <= maxY ? { minX, minY, maxX, maxY } : null;
}

function isIn({ minX, minY, maxX, maxY }: Box, { x, y }: Point): boolean {
  const [across, up] = [maxX - minX + ROUNDED, maxY - minY + ROUNDED];
  return x >= minX - across && x <= maxX + across && y >= minY - up && y <= maxY + up;
}

function isElsewhere({ toDegrees, isFor }: CoordinateReference, middle: Point): boolean {
  return !isFor(toDegrees(middle)) && isFor(toDegrees(exchanged(middle)));
}
