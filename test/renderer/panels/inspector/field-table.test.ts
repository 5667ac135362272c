import { expect, test } from 'vitest';
import { updateRecord } from '../../../../core/operations/update-records.ts';
import { type PlacedKind, planKinds, type RecordOf } from '../../../../core/plan/kinds/index.ts';
import { kindWindow } from '../../../../renderer/kinds/index.ts';
import type { FieldSpec } from '../../../../renderer/kinds/parts/field-spec.ts';
import { cornersOf } from '../../../../renderer/panels/inspector/derived.ts';
import { placedKinds, record, testPlan } from '../../../support/plan-builder.ts';

/** Fields that other parts of the inspector show, and those that nobody types. */
const elsewhere = new Set([
  ...['id', 'floor', 'layer', 'tag', 'state', 'phase', 'notes', 'locked', 'evidence', 'device', 'cost'],
  // A group is joined and left by commands, and the order on the drawing is changed by them.
  ...['fieldOfView', 'sensors', 'presets', 'tiltRange', 'path', 'ring', 'holes', 'group', 'order'],
]);
const notTyped: { readonly [K in PlacedKind]?: readonly (keyof RecordOf<K>)[] } = {
  // The picture's own; the calibration is a gesture.
  underlay: ['attachment', 'widthPx', 'heightPx', 'calibration'],
  opening: ['wall'],
  // Rooms are made so, and are no longer once they are reshaped.
  area: ['follows'],
  // Its type is read; its points are handles.
  dimension: ['type', 'anchors'],
  callout: ['anchor'],
};

const specsOf = (kind: PlacedKind): readonly FieldSpec[] => kindWindow(kind).fields;
const picture = { attachment: 'a'.repeat(64), widthPx: 100, heightPx: 50 };

function sampleOf(kind: PlacedKind) {
  if (kind === 'underlay') return record('underlay', picture);
  return record(kind);
}

test.each(placedKinds)('every field of a %s can be seen', (kind) => {
  const shown = new Set(specsOf(kind).map(({ field }) => field));
  const hidden = new Set<string>(notTyped[kind] ?? []);
  const fields = Object.keys(sampleOf(kind));
  expect(fields.filter((field) => !shown.has(field) && !hidden.has(field) && !elsewhere.has(field))).toEqual(
    [],
  );
});

test.each(placedKinds)('a %s with a list of points shows its corners', (kind) => {
  const sample = sampleOf(kind);
  const hasPoints = ('path' in sample && sample.path !== null) || ('ring' in sample && sample.ring !== null);
  expect(cornersOf(sample).length > 0).toBe(hasPoints);
});

const choices = placedKinds.flatMap((kind) =>
  specsOf(kind).flatMap(({ field, form }) =>
    form.type === 'choice' ? form.options.map(({ id }) => [kind, field, id] as const) : [],
  ),
);

test.each(choices)('a %s takes for its %s the value %s that is offered', (kind, field, value) => {
  const wall = record('wall', { a: { x: 0, y: 0 }, b: { x: 30, y: 0 } });
  const sample = kind === 'wall' ? wall : sampleOf(kind);
  const plan = testPlan(...(kind === 'wall' ? [wall] : [wall, sample]));
  expect(updateRecord(plan, sample.id, { [field]: value })).toMatchObject({ ok: true });
});

test.each(placedKinds)('a %s may have no value exactly where its defaults have none', (kind) => {
  const defaults: Readonly<Record<string, unknown>> = planKinds[kind].defaults;
  for (const { field, form, mayBeNull, needs } of specsOf(kind)) {
    if (form.type === 'reference' || needs !== undefined) continue;
    expect([field, mayBeNull ?? false]).toEqual([field, defaults[field] === null]);
  }
});
