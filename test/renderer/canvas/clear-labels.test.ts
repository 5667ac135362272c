import { expect, test } from 'vitest';
import { drawRecord } from '../../../core/drawing/draw-record.ts';
import { withoutLabel } from '../../../core/drawing/labels/record-label.ts';
import { sceneOf } from '../../../core/drawing/scene.ts';
import { canvasViewOf } from '../../../renderer/canvas/canvas-view.ts';
import { WindowLabels } from '../../../renderer/canvas/clear-labels.ts';
import { textPx } from '../../../renderer/canvas/paint-symbols.ts';
import { PIXELS_PER_MILLIMETRE } from '../../../renderer/editor/viewport.ts';
import { record, testPlan } from '../../support/plan-builder.ts';

test.each([200, 500, 700, 853])('the lines of a room stand clear of each other at 1:%d', (scale) => {
  const ring = [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 40, y: 40 },
    { x: 0, y: 40 },
  ];
  const room = record('area', { use: 'room', name: 'Records', tag: '110', ring });
  const plan = testPlan(room);
  const { label } = withoutLabel(room, drawRecord(room, sceneOf(plan)), plan);
  const pixelsPerMetre = (1000 / scale) * PIXELS_PER_MILLIMETRE;
  const viewport = { centre: { x: 20, y: 20 }, pixelsPerMetre, widthPx: 1400, heightPx: 900 };
  const view = canvasViewOf(viewport, { left: 0, top: 0, widthPx: 1400, heightPx: 900 }, 1);
  const box = { minX: 0, minY: 0, maxX: 40, maxY: 40 };
  const chunk = {
    box,
    paths: [],
    symbols: [],
    texts: [],
    images: [],
    labels: label ? [label] : [],
    lines: [],
  };
  const { texts } = new WindowLabels().place([chunk], [], view);
  expect(texts.map(({ lines }) => lines)).toEqual([['Records', '110'], ['1600.0 m²']]);
  // The lines of a text are a quarter more than its size apart, around its place.
  const rows = texts.flatMap((text) => {
    const size = textPx(text, view);
    const middle = -text.offsetMm.y * view.pixelsPerMm;
    return text.lines.map((_, index) => ({
      size,
      y: middle + (index - (text.lines.length - 1) / 2) * size * 1.25,
    }));
  });
  for (const [index, { y, size }] of rows.slice(1).entries()) {
    expect(y - (rows[index]?.y ?? Number.NaN)).toBeGreaterThan(size * 0.9);
  }
});
