import { describe, expect, test } from 'vitest';
import { addStructure } from '../../../../core/operations/structure/add-structure.ts';
import { deleteStructure } from '../../../../core/operations/structure/delete-structure.ts';
import { renameStructure } from '../../../../core/operations/structure/rename-structure.ts';
import { reorderStructure } from '../../../../core/operations/structure/reorder-structure.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { inOrder } from '../../../../core/plan/plan.ts';
import {
  firstLayer,
  granted,
  record,
  shownBy,
  siteFloor,
  testId,
  testPlan,
} from '../../../support/plan-builder.ts';

const layers = [1, 2, 3].map((id) => record('layer', { id, name: `Layer ${id}`, order: id * 10 }));
const plan = testPlan(...layers);

describe('addStructure', () => {
  test('a floor comes after the last one', () => {
    const id = testId('floor', 2);
    const after = record('floor', { id: 2, name: 'Ground floor', order: 1, elevation: 0.5 });
    expect(addStructure(plan, 'floor', { id, name: 'Ground floor', elevation: 0.5 })).toEqual({
      ok: true,
      value: new Map([[id, { before: null, after }]]),
    });
  });

  test('refuses one without a name', () => {
    expect(addStructure(plan, 'layer', { id: testId('layer', 9), name: ' ' })).toEqual({
      ok: false,
      error: 'no-name',
    });
  });
});

describe('renameStructure', () => {
  test('leaves the blanks around the name out', () => {
    const diff = granted(renameStructure(plan, firstLayer, '  Walls '));
    expect(diff.get(firstLayer)?.after).toEqual({ ...layers[0], name: 'Walls' });
  });

  test('refuses an empty name, one too long, and what is gone', () => {
    const results = [
      renameStructure(plan, firstLayer, '  '),
      renameStructure(plan, firstLayer, 'x'.repeat(201)),
      renameStructure(plan, testId('layer', 9), 'x'),
    ];
    expect(results.map((each) => !each.ok && each.error)).toEqual(['no-name', 'invalid-record', 'not-found']);
  });
});

describe('reorderStructure', () => {
  const orderAfter = (id: number, to: number) =>
    inOrder(applyDiff(plan, reorderStructure(plan, testId('layer', id), to)), 'layer').map(
      ({ name }) => name,
    );

  test('moves one to its place and beyond the ends to the ends', () => {
    expect(orderAfter(3, 0)).toEqual(['Layer 3', 'Layer 1', 'Layer 2']);
    expect(orderAfter(1, 99)).toEqual(['Layer 2', 'Layer 3', 'Layer 1']);
    expect(orderAfter(2, -4)).toEqual(['Layer 2', 'Layer 1', 'Layer 3']);
  });

  test('one that is gone changes nothing', () => {
    expect(reorderStructure(plan, testId('layer', 9), 0).size).toBe(0);
  });
});

describe('deleteStructure', () => {
  test('deletes an empty layer', () => {
    const id = testId('layer', 3);
    expect(granted(deleteStructure(plan, id))).toEqual(new Map([[id, { before: layers[2], after: null }]]));
  });

  test('refuses a layer or phase in use, a layer a sheet shows, the last floor', () => {
    const phase = record('phase', { id: 1 });
    const used = testPlan(
      ...layers,
      phase,
      record('camera', { id: 1, layer: testId('layer', 2), phase: phase.id }),
      record('sheet', { id: 1, ...shownBy({ layers: [testId('layer', 3)] }) }),
    );
    const results = [
      deleteStructure(used, testId('layer', 2)),
      deleteStructure(used, phase.id),
      deleteStructure(used, testId('layer', 3)),
      deleteStructure(used, siteFloor),
      deleteStructure(used, testId('floor', 9)),
    ];
    expect(results.map((each) => !each.ok && each.error)).toEqual([
      'in-use',
      'in-use',
      'in-use',
      'last-one',
      'not-found',
    ]);
  });
});
