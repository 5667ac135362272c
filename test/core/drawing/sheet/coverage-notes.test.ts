import { describe, expect, test } from 'vitest';
import { coverageKeyOf, shownCoverage } from '../../../../core/drawing/coverage/shown-coverage.ts';
import { coverageNotes } from '../../../../core/drawing/sheet/coverage-notes.ts';
import { everything, levelsByDay } from '../../../../core/picture/lens.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

const lens = { ...everything, floors: new Set([siteFloor]) };
const camera = record('camera', { tag: 'C-1', range: 20 });

function notesOf(records: readonly PlanRecord[], looked: Partial<typeof lens> = {}): string {
  const plan = testPlan(...records);
  return coverageNotes({ plan, shown: shownCoverage(plan, { ...lens, ...looked }) }).join('\n');
}

describe('the notes on coverage', () => {
  test('say by what, at which height and in which state, and that walls count', () => {
    const notes = notesOf([camera]);
    for (const words of ['on the floor', 'as proposed', 'IEC/EN 62676-4:2014', 'flat model', 'Walls, fences'])
      expect(notes).toContain(words);
    expect(notes.split('\n')).toHaveLength(1);
    const today = notesOf([{ ...camera, state: 'existing' }], {
      states: 'today',
      coverage: { ...levelsByDay, targetHeight: 1.7 },
    });
    expect(today).toContain('at 1.70 m, as it stands today');
  });

  test('say what view it is, and of blind spots where they are looked for, though there is no camera', () => {
    const view = (name: 'overlap' | 'blind-spots') => ({ coverage: { ...levelsByDay, view: name } });
    expect(notesOf([camera], view('overlap'))).toContain('how many cameras meet the coarsest level');
    const wall = record('wall');
    expect(notesOf([wall], view('blind-spots'))).toContain('no camera meets the coarsest level around all');
    expect(notesOf([wall], view('overlap'))).toBe('');
    expect(notesOf([camera], { coverage: { ...levelsByDay, light: 'night' } })).toContain(
      'though night is asked',
    );
  });

  test('name the cameras that are not in it, and why', () => {
    const without = { ...record('camera', { id: 2, tag: 'C-2' }), focalLengthMm: 0 };
    const notes = notesOf([camera, without]);
    expect(notes).toContain('Not in the coverage: C-2. The focal length is 0 mm');
    expect(notes).toContain('flat model');
  });

  test('say as what a camera that turns was counted, whose roll is not, and who is by another model', () => {
    const notes = notesOf([
      camera,
      record('camera', { id: 2, tag: 'C-2', type: 'ptz', roll: 0.2, range: 20 }),
      record('camera', {
        id: 3,
        tag: 'C-3',
        type: 'panoramic',
        fieldOfView: { horizontal: 6.28, vertical: 1.5 },
        range: 20,
      }),
    ]);
    expect(notes).toContain('Counted by all that it can be turned to, not at one moment: C-2.');
    expect(notes).toContain('Roll is not considered: C-2.');
    expect(notes).toContain('By the arc model:');
  });

  test('say that a camera without end is drawn to an end', () => {
    const endless = record('camera', { tag: 'C-9', range: null, tilt: 0, focalLengthMm: 200 });
    expect(notesOf([endless])).toContain('Drawn to 2000 m only, seen farther: C-9.');
  });

  test('tell of those on layers that are not shown no more than their number', () => {
    const aside = record('layer', { id: 2, name: 'Aside', order: 1 });
    const hidden = record('camera', { id: 2, tag: 'K-secret', layer: aside.id });
    const looked = { layers: new Set([camera.layer]) };
    const notes = notesOf([aside, camera, hidden], looked);
    expect(notes).toContain('A camera that is not shown is not in the coverage.');
    expect(notes).not.toContain('K-secret');
    const plan = testPlan(aside, camera, hidden);
    expect(coverageKeyOf(plan, { ...lens, ...looked })?.withoutLayers).toEqual([aside.id]);
    expect(shownCoverage(plan, { ...lens, ...looked })?.coverage.cameras.size).toBe(1);
  });

  test('say nothing where no coverage is shown, or no camera counts', () => {
    expect(notesOf([camera], { coverage: null })).toBe('');
    expect(notesOf([])).toBe('');
    expect(notesOf([{ ...camera, state: 'removed' }])).toBe('');
  });
});
