import { cameraCounts } from '../../core/analysis/coverage/camera-counts.ts';
import { coverageInputs, coverageScene } from '../../core/analysis/coverage/coverage-scene.ts';
import { CoverageKeeper } from '../../core/analysis/coverage/scene-coverage.ts';
import { derive } from '../../core/derive/derive.ts';
import { inputRecords } from '../../core/derive/input-records.ts';
import { applyDiff, edit } from '../../core/plan/diff.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { planBounds } from '../../core/plan/shape.ts';
import { referencePlan } from '../../core/reference/reference-plan.ts';
import { type BenchResult, figure, median } from './result.ts';
import { threadMs } from './thread-ms.ts';

const ROUNDS = 5;
const EDITS = 40;

const having = (plan: Plan, record: PlanRecord): Plan =>
  applyDiff(
    plan,
    edit(plan, (draft) => draft.put(record)),
  );

/** What 500 cameras of the campus plan cover, with its own heights: from nothing, and after a camera or a wall moved. */
export async function benchCoverage(): Promise<readonly BenchResult[]> {
  const { plan } = referencePlan('campus', 1);
  const [camera] = plan.tables.camera.values();
  const [, wall] = plan.tables.wall.values();
  if (!camera || !wall) throw new Error('The plan has no cameras or no walls.');
  const key = { floor: camera.floor, states: 'proposed', targetHeight: 0 } as const;
  const gathered = (of: Plan) => coverageScene(inputRecords(of, coverageInputs(), derive), key);
  const [gathers, prepares, covers]: [number[], number[], number[]] = [[], [], []];
  const scene = gathered(plan);
  for (let round = 0; round < ROUNDS; round++) {
    const keeper = new CoverageKeeper();
    // Without cameras only what stands there is made ready.
    prepares.push(threadMs(() => keeper.cover({ ...scene, cameras: [] })));
    covers.push(threadMs(() => keeper.cover(scene)));
  }
  const keeper = new CoverageKeeper();
  const whole = keeper.cover(scene);
  const box = planBounds(plan, key.floor) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  const counting = Array.from({ length: ROUNDS }, () =>
    threadMs(() => cameraCounts(whole.cameras.values(), { box, cell: 0.25, level: null })),
  );
  let next = plan;
  const edits = Array.from({ length: EDITS }, (_, step) => {
    next = having(next, { ...camera, at: { x: camera.at.x + (step + 1) / 100, y: camera.at.y } });
    return next;
  });
  // One takes less than this thread's time is told apart.
  const drags = threadMs(() => {
    for (const edited of edits) keeper.cover(gathered(edited));
  });
  const walls: number[] = [];
  for (let step = 1; step <= ROUNDS; step++) {
    next = having(next, { ...wall, b: { x: wall.b.x, y: wall.b.y + step / 100 } });
    const [now] = [next];
    let other = scene;
    gathers.push(threadMs(() => (other = gathered(now))));
    walls.push(threadMs(() => keeper.cover(other)));
  }
  const { heights } = scene.pieces;
  const partial = heights.filter((height, at) => at % 2 === 1 && Number.isFinite(height)).length;
  process.stderr.write(
    `coverage: ${scene.cameras.length} cameras, ${heights.length / 2} pieces, ${Math.round((200 * partial) / heights.length)} % of them with an end\n`,
  );
  return [
    figure('numbers gathered after a wall moved', 'campus', median(gathers), 'ms', 16),
    figure('what stands made ready for sight', 'campus', median(prepares), 'ms', 500),
    figure('regions and levels of 500 cameras', 'campus', median(covers), 'ms', 1000),
    figure('cameras counted on cells of 0.25 m', 'campus', median(counting), 'ms', 2000),
    figure('after a camera moved', 'campus', drags / EDITS, 'ms', 16),
    figure('after a wall moved, all made ready again', 'campus', median(walls), 'ms', 1000),
  ];
}
