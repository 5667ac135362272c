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

test.each([200, 700, 1500, 3000])('the sign of a state stands just before its tag at 1:%d', (scale) => {
  const camera = record('camera', { tag: 'C-01', state: 'proposed' });
  const plan = testPlan(camera);
  const { label } = withoutLabel(camera, drawRecord(camera, sceneOf(plan)), plan);
  const pixelsPerMetre = (1000 / scale) * PIXELS_PER_MILLIMETRE;
  const viewport = { centre: { x: 0, y: 0 }, pixelsPerMetre, widthPx: 1400, heightPx: 900 };
  const view = canvasViewOf(viewport, { left: 0, top: 0, widthPx: 1400, heightPx: 900 }, 1);
  const labels = new WindowLabels();
  const items = label ? labels.asPlaced(label, view) : [];
  const tag = items.find((item) => item.type === 'text');
  const sign = items.find((item) => item.type === 'symbol');
  const path = sign?.parts[0]?.path ?? [];
  const xs = path.flatMap((step) => (step[0] === 'M' || step[0] === 'L' ? [step[1]] : []));
  const ys = path.flatMap((step) => (step[0] === 'M' || step[0] === 'L' ? [step[2]] : []));
  const size = tag?.sizeMm ?? Number.NaN;
  const gap = (tag?.offsetMm.x ?? Number.NaN) - Math.max(...xs);
  expect(gap / size).toBeCloseTo(0.7 / 2.2, 6);
  expect((Math.max(...xs) - Math.min(...xs)) / size).toBeCloseTo(1.8 / 2.2, 6);
  expect((Math.max(...ys) + Math.min(...ys)) / 2).toBeCloseTo(tag?.offsetMm.y ?? Number.NaN, 6);
});
