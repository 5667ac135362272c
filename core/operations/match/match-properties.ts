import { catalogueDevice, governedFields } from '../../catalogue/device-fields.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { AnyId, DeviceKind, PlacedRecord, PlanRecord } from '../../plan/kinds/index.ts';
import { isDevice, isPlaced, kindOf, type Plan } from '../../plan/plan.ts';
import { relationsOf } from '../../plan/relations.ts';
import type { Result } from '../../result.ts';
import { tryEdit } from '../try-edit.ts';
import { putAllUpdated, type Update, type UpdateRefusal } from '../update-records.ts';

/** What makes a record itself: its name and place, and what was said of it alone. */
const own: ReadonlySet<string> = new Set([
  ...['id', 'at', 'floor', 'tag', 'name', 'notes', 'locked', 'group', 'order', 'evidence', 'text', 'orders'],
  ...[
    'path',
    'ring',
    'holes',
    'direction',
    'rotation',
    'bulge',
    'offset',
    'closed',
    'attachment',
    'calibration',
  ],
]);

/** What records of different kinds have in common. */
const ofAllKinds = ['layer', 'state', 'phase'] as const;

/**
 * Diff that makes records like another one.
 *
 * Those of its kind get every field that is neither its name, its place nor a link to another record;
 * those of other kinds its layer, state and phase. The words that a device brings, as a turnstile its name, go
 * with it where they are still those of the device that was. Refuses all when one refuses.
 */
export function matchProperties(
  plan: Plan,
  source: AnyId,
  targets: Iterable<AnyId>,
): Result<PlanDiff, UpdateRefusal> {
  return tryEdit(plan, (draft): UpdateRefusal | null => {
    const from = draft.get(source);
    if (!from || !isPlaced(from)) return 'not-found';
    const common = Object.fromEntries(ofAllKinds.map((field) => [field, from[field]]));
    const updates = [...targets].flatMap((id): Update[] => {
      const target = draft.get(id);
      if (id === source || !target) return [];
      if (kindOf(id) !== kindOf(source)) return [{ id, fields: common }];
      return [{ id, fields: { ...lookOf(from), ...wordsOfDevice(from, target) } }];
    });
    return putAllUpdated(draft, updates);
  });
}

/** The words that go with the device of the source; what a person typed stays. */
function wordsOfDevice(from: PlanRecord, target: PlanRecord): Readonly<Record<string, unknown>> {
  if (!isDevice(from) || !isDevice(target) || from.device === target.device) return {};
  const governed = governedFields(kindOf(from.id) as DeviceKind);
  const saidBy = (key: string | null, field: string) =>
    catalogueDevice(key)?.fields[field] ?? governed[field];
  const words = Object.keys(governed).filter((field) => own.has(field));
  return Object.fromEntries(
    words.flatMap((field) => {
      const isOfDevice = (target as Record<string, unknown>)[field] === saidBy(target.device, field);
      return isOfDevice ? [[field, saidBy(from.device, field)]] : [];
    }),
  );
}

/** The fields of a record that another one of its kind can take over; what names others is a record's own. */
function lookOf(record: PlacedRecord): Readonly<Record<string, unknown>> {
  const links = new Set(relationsOf(kindOf(record.id)).map(({ field }) => field));
  const isShared = ([field, value]: [string, unknown]) =>
    (ofAllKinds as readonly string[]).includes(field) ||
    !(own.has(field) || links.has(field) || isPlace(value) || isOfShape(field, value));
  return Object.fromEntries(Object.entries(record).filter(isShared));
}

/** An obstacle has a width only where it is a path. */
function isOfShape(field: string, value: unknown): boolean {
  return field === 'width' && value === null;
}

/** Points, paths and rings. */
function isPlace(value: unknown): boolean {
  return Array.isArray(value) || (typeof value === 'object' && value !== null && 'x' in value);
}
