import { expect, test } from 'vitest';
import { allRecords } from '../../../../core/plan/plan.ts';
import { type ToolId, toolIds } from '../../../../renderer/editor/tools/index.ts';
import { driver } from '../../../support/editor-driver.ts';
import { record, testId } from '../../../support/plan-builder.ts';

/** What adds no record of its own, works on one picture or sheet and is done, or needs a template first. */
const others: readonly ToolId[] = [
  ...(['select', 'calibrate', 'measure', 'match-properties', 'place-template', 'frame-sheet'] as const),
];
const drawing = toolIds.filter((id) => !others.includes(id));

/*  a wall and a fence for what stands in one, far from where the rest is drawn  */
const hosts = [
  record('wall', { a: { x: 0, y: 0 }, b: { x: 30, y: 0 } }),
  record('fence', {
    path: [
      { x: 0, y: 20 },
      { x: 30, y: 20 },
    ],
  }),
];
const hostHeight: Partial<Record<ToolId, number>> = { 'place-opening': 0, 'place-gate': 20 };

test.each(drawing)('%s stays armed: two are placed one after the other', (id) => {
  const drawn = driver(id, hosts);
  const before = [...allRecords(drawn.editor.plan)].length;
  const height = hostHeight[id];
  for (const x of [5, 15]) {
    if (height !== undefined) drawn.click(x, height);
    else {
      drawn
        .click(x, 5)
        .click(x + 5, 6)
        .click(x + 4, 11);
      if (drawn.editor.preview?.measure) drawn.key('Enter');
    }
  }
  const added = [...allRecords(drawn.editor.plan)].length - before;
  expect([added >= 2, drawn.editor.tool.id]).toEqual([true, id]);
  expect(drawn.editor.plan.tables.wall.has(testId('wall'))).toBe(true);
});
