import { type Box, boxesTouch, boxOf, isInBox } from '../geometry/box.ts';
import type { Point } from '../geometry/point.ts';
import { edgesOf, placeAmong } from '../geometry/polygon.ts';
import type { Segment } from '../geometry/segment.ts';
import { IDENTITY } from '../geometry/transform.ts';
import type { PlacedRecord, RecordOf } from '../plan/kinds/index.ts';
import { isKind, kindOf } from '../plan/plan.ts';
import { boundsOf } from '../plan/shape.ts';
import { pictureToPlan } from '../plan/underlay-frame.ts';
import { strata } from './composition.ts';
import type { Path } from './draw-item.ts';
import type { Scene } from './scene.ts';
import { tracePath } from './trace-path.ts';

/** A picture counts as hidden from this share of it on: what is left shows little more than its margin. */
export const MOSTLY_COVERED = 0.8;

/** So many places on either side of a picture are looked at, each for its part of it. */
const PLACES = 24;

type Cover = { readonly box: Box; readonly edges: readonly Segment[] };

/** What of a picture lies under surfaces that nothing shows through, from 0 to 1, of records that are drawn with it. */
export function coveredShare(
  picture: RecordOf<'underlay'>,
  records: Iterable<PlacedRecord>,
  scene: Scene,
): number {
  const covers = coversOf(picture, records, scene);
  if (covers.length === 0) return 0;
  let covered = 0;
  for (let column = 0; column < PLACES; column++)
    for (let row = 0; row < PLACES; row++) {
      const place = pictureToPlan(picture, {
        x: ((column + 0.5) / PLACES) * picture.widthPx,
        y: ((row + 0.5) / PLACES) * picture.heightPx,
      });
      if (covers.some(({ box, edges }) => isInBox(place, box) && placeAmong(place, edges) !== 'outside'))
        covered += 1;
    }
  return covered / PLACES ** 2;
}

/** The pictures of some records that are wholly or mostly hidden by others of them. */
export function hiddenPictures(
  records: readonly PlacedRecord[],
  scene: Scene,
): readonly RecordOf<'underlay'>[] {
  return records.filter(
    (record): record is RecordOf<'underlay'> =>
      isKind(record, 'underlay') && coveredShare(record, records, scene) >= MOSTLY_COVERED,
  );
}

/** The surfaces that are drawn over a picture and hide what lies beneath. */
function coversOf(
  picture: RecordOf<'underlay'>,
  records: Iterable<PlacedRecord>,
  scene: Scene,
): readonly Cover[] {
  const around = boundsOf(picture, scene.plan);
  const covers: Cover[] = [];
  if (!around) return covers;
  for (const record of records) {
    const bounds = liesOver(record, picture) ? boundsOf(record, scene.plan) : null;
    if (bounds && boxesTouch(bounds, around)) covers.push(...opaqueParts(record, scene));
  }
  return covers;
}

/** Pictures lie beneath all else; how much shows through one is its own affair. */
const liesOver = (record: PlacedRecord, picture: RecordOf<'underlay'>): boolean =>
  record.floor === picture.floor && !isKind(record, 'underlay');

function opaqueParts(record: PlacedRecord, scene: Scene): readonly Cover[] {
  const kind = kindOf(record.id);
  return strata
    .filter((stratum) => stratum.kind === kind)
    .flatMap(({ draw }) => draw(record, scene).body)
    .flatMap((item): readonly Cover[] => {
      if (item.type !== 'path' || item.fill?.pattern !== 'solid' || item.fill.opacity < 1) return [];
      const rings = ringsOf(item.path);
      const box = boxOf(rings.flat());
      return box ? [{ box, edges: rings.flatMap((ring) => edgesOf(ring)) }] : [];
    });
}

/** The rings of a path, curves by their ends. */
function ringsOf(path: Path): readonly (readonly Point[])[] {
  const rings: Point[][] = [];
  const to = (x: number, y: number): void => void rings.at(-1)?.push({ x, y });
  tracePath(path, IDENTITY, {
    move: (x, y) => void rings.push([{ x, y }]),
    line: to,
    curve: (_x1, _y1, _x2, _y2, x, y) => to(x, y),
    close: () => undefined,
  });
  return rings;
}
