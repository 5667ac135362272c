import type { Point } from '../geometry/point.ts';
import type { Draft, PlanDiff } from '../plan/diff.ts';
import { checkRecord, type Lookup } from '../plan/integrity.ts';
import type { AnyId, IdOf, NewId, PlacedRecord, PlanRecord, RecordOf } from '../plan/kinds/index.ts';
import { parseRecord } from '../plan/parse-record.ts';
import { wholeGroups } from '../plan/parts/groups.ts';
import { withRelated } from '../plan/parts/related.ts';
import { isKind, isPlaced, kindOf, type Plan } from '../plan/plan.ts';
import { rankOf, referencesOf } from '../plan/relations.ts';
import { type Transform, transformer, transformPoint } from '../plan/transform-record.ts';
import { offsetOnWall, placeOnWall } from '../plan/wall-line.ts';
import type { Result } from '../result.ts';
import { namersInDraft, refitted, regated, takenIn } from './hosted.ts';
import { keepOrientation } from './notes/keep-orientation.ts';
import { type NameOf, renamed } from './related/renamed.ts';
import type { ShapeRefusal } from './shape-refusal.ts';
import { type TagSource, tagSource } from './tags/tag-source.ts';
import { tryShapeEdit } from './try-edit.ts';
import type { TakenStretches } from './walls/taken-stretches.ts';

export type DuplicateRefusal = ShapeRefusal | 'does-not-fit' | 'outside-plan';

export type Duplication = {
  /** How far from the originals the copies lie, metres. */
  readonly by: Point;
  readonly newId: NewId;
};

/**
 * Diff that adds copies of records beside them: what the diff adds is the copies.
 *
 * The openings of a wall are copied with it; what names a copied record names the copy, else a copied
 * gate, barrier, camera or reader is on its own. An opening copied without its wall goes beside the original in
 * the same wall, or is refused with 'does-not-fit'. Copies are not locked; tags continue their series; a group
 * that is copied as a whole has a copy too.
 */
export function duplicateRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  { by, newId }: Duplication,
): Result<PlanDiff, DuplicateRefusal> {
  return tryShapeEdit(plan, (draft) => {
    return putCopies(draft, ids, { transform: { type: 'translate', by }, newId, tags: tagSource(plan) });
  });
}

export type Copying = {
  /** How the copies lie to the originals. */
  readonly transform: Transform;
  readonly newId: NewId;
  readonly tags: TagSource;
};

/** Puts one copy of each record into the draft, as `duplicateRecords` does, moved in any way. */
export function putCopies(
  draft: Draft,
  ids: Iterable<AnyId>,
  { transform, newId, tags }: Copying,
): DuplicateRefusal | null {
  const originals = withCopied(draft, ids);
  const names = new Map<AnyId, AnyId>(originals.map(({ id }) => [id, newId(kindOf(id))]));
  const groups = wholeGroups(draft, new Set(names.keys()));
  for (const { id } of groups) names.set(id, newId('group'));
  for (const group of groups) draft.put(copiedGroup(group, names));
  const apply = transformer(transform);
  const lookup: Lookup = (id) => draft.get(id);
  const stretches: Stretches = new Map();
  const nameOf: NameOf = (id, { beside }) => names.get(id) ?? (beside === 'keeps' ? id : null);
  for (const original of originals) {
    const tag = tags.forCopy(original, original.floor);
    const copy = parseRecord({
      ...apply(renamed(original, nameOf, lookup)),
      id: names.get(original.id),
      tag,
      locked: false,
    });
    if (!copy.ok) return 'outside-plan';
    const placed = inFreePlace(draft, { original, copy: copy.value, transform, stretches });
    if (!placed) return 'does-not-fit';
    draft.put(placed);
    if (checkRecord(placed, (id) => draft.get(id)).length > 0) return 'does-not-fit';
  }
  keepOrientation(draft, names.values());
  return null;
}

/** The copy of a whole group, inside the copy of the group around it or, that not being copied, beside the original. */
function copiedGroup(group: RecordOf<'group'>, names: ReadonlyMap<AnyId, AnyId>): RecordOf<'group'> {
  const nameOf = (id: IdOf<'group'>) => (names.get(id) ?? id) as IdOf<'group'>;
  return { ...group, id: nameOf(group.id), parent: group.parent && nameOf(group.parent) };
}

/** The placed records among the given ones and what is copied with them: the openings of walls. */
function withCopied(draft: Draft, ids: Iterable<AnyId>): readonly PlacedRecord[] {
  const given = withRelated(ids, namersInDraft(draft), ({ onCopy }) => onCopy === 'comes');
  const records = [...given].map((id) => draft.get(id));
  const placed = records.filter((record) => record !== undefined && isPlaced(record));
  // Hosts first: what stands in them is checked against them.
  return placed.sort((first, second) => rankOf(kindOf(first.id)) - rankOf(kindOf(second.id)));
}

/** The copy of the wall or fence that a copy stands in; undefined when it stays in the old one or in none. */
function hostOf(draft: Draft, { original, copy }: Pick<Copied, 'original' | 'copy'>): PlanRecord | undefined {
  const { id } = referencesOf(copy).find(({ field }) => field === 'wall' || field === 'fence') ?? {};
  const isOld = id === undefined || referencesOf(original).some((reference) => reference.id === id);
  return isOld ? undefined : draft.get(id);
}

/** What openings take of the walls that copies are put into beside their originals. */
type Stretches = Map<IdOf<'wall'>, TakenStretches>;

type Copied = {
  readonly original: PlacedRecord;
  readonly copy: PlanRecord;
  readonly transform: Transform;
  readonly stretches: Stretches;
};

/** What stands in a copied host where rounding left it a place; an opening copied alone where none is. */
function inFreePlace(draft: Draft, copied: Copied): PlanRecord | null {
  const { original, copy, transform, stretches } = copied;
  const host = hostOf(draft, copied);
  if (isKind(copy, 'gate') && host && isKind(host, 'fence')) return regated(copy, host);
  if (isKind(copy, 'opening') && host && isKind(host, 'wall')) return refitted(copy, host);
  if (!isKind(copy, 'opening') || !isKind(original, 'opening') || copy.wall !== original.wall) return copy;
  const wall = draft.get(copy.wall);
  if (!wall) return null;
  const { at } = placeOnWall(wall, original.offset);
  const wanted = offsetOnWall(wall, transformPoint(at, transform));
  const taken = stretches.get(wall.id) ?? takenIn(draft, wall.id);
  stretches.set(wall.id, taken);
  const offset = taken.free(wall, { offset: wanted, width: copy.width });
  if (offset === null) return null;
  const placed = { ...copy, offset };
  taken.take(placed);
  return placed;
}
