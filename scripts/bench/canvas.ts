import { build } from 'vite';
import { allRecords } from '../../core/plan/plan.ts';
import { shapeOf } from '../../core/plan/shape.ts';
import type { ReferenceName } from '../../core/reference/reference-plan.ts';
import { whileBusy } from './busy.ts';
import { dragInPage, makeNodes, panNodes, turnWheel } from './in-page.ts';
import { type OpenedPlan, openReference } from './open-plan.ts';
import { type BenchResult, figure, median, quantile, ratioFigure } from './result.ts';

const FRAMES = 120;

/** Konva's source as one script, so that the reference runs on the same version in the same window. */
async function konvaSource(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'node_modules/konva/lib/index.js', formats: ['iife'], name: 'Reference' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Konva could not be bundled for the reference.');
  return chunk.code;
}

const REFERENCE_FRAMES = 24;

/** Work of a frame while one Konva node a record is panned: what the canvas is compared with. */
async function referenceWork({ driver, plan }: OpenedPlan): Promise<number> {
  const lines = [...allRecords(plan)].flatMap((record) => {
    const shape = shapeOf(record, plan);
    if (!shape) return [];
    if (shape.type === 'point') return [[shape.at.x - 0.5, shape.at.y, shape.at.x + 0.5, shape.at.y]];
    const points = shape.type === 'path' ? shape.points : shape.ring;
    return [points.flatMap(({ x, y }) => [x, y])];
  });
  const source = `${await konvaSource()}; globalThis.Reference = Reference.default ?? Reference;`;
  await driver.page.evaluate(source);
  await driver.page.evaluate(makeNodes, lines);
  const panning = () => driver.page.evaluate(panNodes, REFERENCE_FRAMES);
  const { busyMs } = await whileBusy(driver.page, panning);
  return busyMs / REFERENCE_FRAMES;
}

/** Pan, zoom and drag on one reference plan, each against its budget. */
export async function benchCanvas(name: ReferenceName): Promise<readonly BenchResult[]> {
  const opened = await openReference(name);
  const { driver, plan } = opened;
  const results: BenchResult[] = [];
  const isCampus = name === 'campus';
  let panWork = Number.NaN;
  for (const gesture of ['pan', 'zoom'] as const) {
    const turning = () => driver.page.evaluate(turnWheel, { gesture, count: FRAMES });
    const { value, busyMs } = await whileBusy(driver.page, turning);
    const { frames, sharpMs } = value;
    // Painting all sharp again after the last frame is among it.
    if (gesture === 'pan') panWork = busyMs / FRAMES;
    if (name === 'stress') continue;
    results.push(figure(`${gesture} frame median`, name, median(frames), 'ms', 17));
    results.push(figure(`${gesture} frame p95`, name, quantile(frames, 0.95), 'ms', 33));
    results.push(figure(`${gesture} frame longest`, name, Math.max(...frames), 'ms', 100));
    results.push(figure(`${gesture} sharp again`, name, sharpMs, 'ms', 150));
    await driver.key('Control+0');
    await driver.page.waitForTimeout(500);
  }
  if (isCampus) {
    const camera = [...plan.tables.camera.values()][0];
    if (!camera) throw new Error('The reference plan has cameras.');
    const { frames, commits } = await driver.page.evaluate(dragInPage, {
      at: await driver.toScreen(camera.at),
      rounds: 5,
      moves: FRAMES / 5,
    });
    results.push(figure('drag frame median', name, median(frames), 'ms', 17));
    results.push(figure('commit to paint', name, median(commits), 'ms', 5));
  }
  const reference = await referenceWork(opened);
  const atLeast = name === 'typical' ? 1 : 20;
  results.push(
    ratioFigure(
      'work of a frame of a pan, against one Konva node a record',
      name,
      { value: panWork, reference },
      { type: 'at-least', ratio: atLeast },
    ),
  );
  await driver.close();
  return results;
}
