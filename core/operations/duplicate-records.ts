import type { Point } from '../geometry/point.ts';
import type { Draft, PlanDiff } from '../plan/diff.ts';
import { parseRecord } from '../plan/parse-record.ts';
import { isKind, isPlaced, kindOf, type Plan } from '../plan/plan.ts';
import type { AnyId, IdOf, Kind, PlacedRecord, PlanRecord } from '../plan/records/index.ts';
import { transformer } from '../plan/transform-record.ts';
import { offsetOnWall, placeOnWall } from '../plan/wall-line.ts';
import type { Result } from '../result.ts';
import { freeOffset } from './hosted.ts';
import { tagAfter, tagSeriesOf, tagsOf } from './next-tag.ts';
import { renamedReferences } from './rename-references.ts';
import { tryEdit } from './try-edit.ts';

export type DuplicateRefusal = 'does-not-fit' | 'outside-plan';

export type Duplication = {
  /** How far from the originals the copies lie, metres. */
  readonly by: Point;
  /** Makes one id each time it is called. */
  readonly newId: <K extends Kind>(kind: K) => IdOf<K>;
};

/**
 * Diff that adds copies of records beside them: what the diff adds is the copies.
 *
 * The openings of a wall are copied with it; what names a copied record names the copy, else a copied
 * gate, barrier or camera is on its own. An opening copied without its wall goes beside the original in
 * the same wall, or is refused with 'does-not-fit'. Copies are not locked; tags continue their series.
 */
export function duplicateRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  { by, newId }: Duplication,
): Result<PlanDiff, DuplicateRefusal> {
  return tryEdit(plan, (draft) => {
    const originals = withOpenings(draft, ids);
    const names = new Map<AnyId, AnyId>(originals.map(({ id }) => [id, newId(kindOf(id))]));
    const tags = new Set(tagsOf(plan));
    const apply = transformer({ type: 'translate', by });
    for (const original of originals) {
      const tag = nextTagFor(original, tags);
      const copy = parseRecord({ ...apply(original), ...renamed(original, names), tag, locked: false });
      if (!copy.ok) return 'outside-plan';
      const placed = inFreePlace(draft, { original, copy: copy.value, by });
      if (!placed) return 'does-not-fit';
      draft.put(placed);
    }
    return null;
  });
}

/** The placed records among the given ones and the openings of the walls among them. */
function withOpenings(draft: Draft, ids: Iterable<AnyId>): readonly PlacedRecord[] {
  const given = new Set(ids);
  for (const opening of draft.all('opening')) if (given.has(opening.wall)) given.add(opening.id);
  const records = [...given].map((id) => draft.get(id));
  const placed = records.filter((record) => record !== undefined && isPlaced(record));
  // Hosts first: what stands in them is checked against them.
  return placed.sort((first, second) => Number(isHosted(first)) - Number(isHosted(second)));
}

function isHosted(record: PlacedRecord): boolean {
  return isKind(record, 'opening') || isKind(record, 'gate') || isKind(record, 'camera');
}

/** The id of the copy, and the fields by which it names records that were copied or are left behind. */
function renamed(original: PlacedRecord, names: ReadonlyMap<AnyId, AnyId>): Record<string, AnyId | null> {
  const nameOf = (id: AnyId, field: string) => names.get(id) ?? (field === 'wall' ? id : null);
  return { id: names.get(original.id) ?? null, ...renamedReferences(original, nameOf) };
}

function nextTagFor(original: PlacedRecord, tags: Set<string>): string | null {
  const series = original.tag === null ? null : tagSeriesOf(original);
  if (!series) return null;
  const tag = tagAfter(series, tags);
  tags.add(tag);
  return tag;
}

type Copied = { readonly original: PlacedRecord; readonly copy: PlanRecord; readonly by: Point };

/** An opening copied in its own wall, where no other one is; anything else as it is. */
function inFreePlace(draft: Draft, { original, copy, by }: Copied): PlanRecord | null {
  if (!isKind(copy, 'opening') || !isKind(original, 'opening') || copy.wall !== original.wall) return copy;
  const wall = draft.get(copy.wall);
  if (!wall) return null;
  const { at } = placeOnWall(wall, copy.offset);
  const wanted = offsetOnWall(wall, { x: at.x + by.x, y: at.y + by.y });
  const offset = freeOffset(draft, wall, { offset: wanted, width: copy.width });
  return offset === null ? null : { ...copy, offset };
}
