import { expect, test } from 'vitest';
import { trimRecord } from '../../../../core/operations/lines/trim-record.ts';
import { definitionOf } from '../../../../core/plan/kinds/definition.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { idSource, placedKinds, record, testPlan } from '../../../support/plan-builder.ts';

const trimmed = record('road', { id: 9, path: [at(-20, 0.37), at(60, 0.37)] });

function at(x: number, y: number) {
  return { x, y };
}

/** A record of a kind in the way of the road, if the kind lies along a line or within an outline. */
function crossing(kind: (typeof placedKinds)[number]): PlanRecord | null {
  if (kind === 'wall') return record('wall', { a: at(5, -5), b: at(5, 5) });
  const { geometry } = definitionOf(kind);
  const parts = geometry.form === 'parts' ? geometry.parts.map(({ type }) => type) : [];
  const elsewhere = parts.includes('place') ? { at: null } : {};
  if (parts.includes('path')) return record(kind, { ...elsewhere, path: [at(5, -5), at(5, 5)] } as never);
  const ring = [at(5, -5), at(9, -5), at(9, 5), at(5, 5)];
  return parts.includes('ring') ? record(kind, { ...elsewhere, ring } as never) : null;
}

const crossings = placedKinds.flatMap((kind) => crossing(kind) ?? []);

test('kinds that lie along a line or around one are tried', () => {
  expect(crossings.map(({ id }) => id.slice(0, id.indexOf(':'))).toSorted()).toEqual(
    [
      ...[
        'approach',
        'area',
        'asset',
        'barrier',
        'bollards',
        'building',
        'coverageZone',
        'fence',
        'obstacle',
      ],
      ...['parking', 'patrol', 'propertyLine', 'road', 'route', 'sensor', 'wall'],
    ].toSorted(),
  );
});

test.each(crossings.map((other) => [other.id.slice(0, other.id.indexOf(':')), other] as const))(
  'a road is cut at a %s as its definition says, wherever it is looked for',
  (kind, other) => {
    const plan = testPlan(trimmed, other);
    const trim = (near: readonly PlanRecord['id'][] | null) =>
      trimRecord(plan, trimmed.id, { at: at(50, 0.37), near, newId: idSource() });
    const result = trim(null);
    expect(trim([other.id, trimmed.id])).toEqual(result);
    expect(result.ok).toBe(definitionOf(kind as 'wall').cutting !== null);
    if (!result.ok) expect(result.error).toBe('nothing-to-trim');
  },
);

test('what stands and is marked on the ground cuts, ways that people go do not', () => {
  const cuts = placedKinds.filter((kind) => definitionOf(kind).cutting !== null);
  expect(cuts.toSorted()).toEqual([
    ...['area', 'barrier', 'building', 'fence', 'obstacle', 'parking', 'propertyLine', 'road', 'wall'],
  ]);
  expect(placedKinds.filter((kind) => definitionOf(kind).isGauged).toSorted()).toEqual([
    ...['barrier', 'building', 'fence', 'obstacle', 'parking', 'propertyLine', 'wall'],
  ]);
});
