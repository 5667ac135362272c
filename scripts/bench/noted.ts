import { recordsOf } from '../../core/plan/plan.ts';
import type { AppDriver } from '../driver/app-driver.ts';
import { DIMENSIONS, withDimensions } from './dimensions.ts';
import { dragInPage, turnWheel } from './in-page.ts';
import { type OpenedPlan, openReference } from './open-plan.ts';
import { type BenchResult, figure, median, quantile } from './result.ts';

const FRAMES = 120;
const PLAN = `campus with ${DIMENSIONS} dimensions`;
/** Pixels of a metre at 1:500: labels, dimensions and joints are all drawn. */
const READ_AT = 7.6;

async function gestures(driver: AppDriver, where: string): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const gesture of ['pan', 'zoom'] as const) {
    const { frames, sharpMs } = await driver.page.evaluate(turnWheel, { gesture, count: FRAMES });
    results.push(
      figure(`${gesture} frame median, ${where}`, PLAN, median(frames), 'ms', 17),
      figure(`${gesture} frame p95, ${where}`, PLAN, quantile(frames, 0.95), 'ms', 33),
      figure(`${gesture} frame longest, ${where}`, PLAN, Math.max(...frames), 'ms', 100),
      figure(`${gesture} sharp again, ${where}`, PLAN, sharpMs, 'ms', 150),
    );
    await driver.page.waitForTimeout(500);
  }
  return results;
}

/** A wall that others are joined to and a dimension is attached to, and a camera, dragged where they are read. */
async function drags({ driver, plan }: OpenedPlan): Promise<readonly BenchResult[]> {
  const [camera] = recordsOf(plan, 'camera');
  const [dimension] = recordsOf(plan, 'dimension');
  const anchor = dimension?.anchors[0];
  const wall =
    anchor?.type === 'attached' ? [...recordsOf(plan, 'wall')].find(({ id }) => id === anchor.record) : null;
  if (!camera || !wall) throw new Error('The plan has a camera and a wall with a dimension.');
  const results: BenchResult[] = [];
  // Off the middle, where a door may be.
  const onWall = { x: wall.a.x + (wall.b.x - wall.a.x) * 0.2, y: wall.a.y + (wall.b.y - wall.a.y) * 0.2 };
  for (const [what, at] of [
    ['camera', camera.at],
    ['wall with its joints and dimension', onWall],
  ] as const) {
    await driver.clickClosely(at, READ_AT * 2);
    await driver.key('Escape');
    await driver.page.waitForTimeout(500);
    const { frames, commits } = await driver.page.evaluate(dragInPage, {
      at: await driver.toScreen(at),
      rounds: 5,
      moves: FRAMES / 5,
    });
    results.push(
      figure(`drag frame median, ${what}`, PLAN, median(frames), 'ms', 17),
      figure(`commit to paint, ${what}`, PLAN, median(commits), 'ms', 5),
    );
  }
  return results;
}

/** Pan, zoom, drag and commit with labels, wall joints and dimensions on: as a whole and where they are read. */
export async function benchNoted(): Promise<readonly BenchResult[]> {
  const opened = await openReference('campus', withDimensions);
  const { driver, plan } = opened;
  const results = [...(await gestures(driver, 'all in view'))];
  const [camera] = recordsOf(plan, 'camera');
  if (camera) await driver.clickClosely(camera.at, READ_AT);
  await driver.key('Escape');
  await driver.page.waitForTimeout(500);
  results.push(...(await gestures(driver, 'at 1:500')), ...(await drags(opened)));
  await driver.close();
  return results;
}
