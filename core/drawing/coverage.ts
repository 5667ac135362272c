import { levelProfiles } from '../catalogue/levels.ts';
import { bandSector, fieldOfViewOf, levelBands } from '../geometry/camera-footprint.ts';
import { add, polar } from '../geometry/point.ts';
import { sectorOutline } from '../geometry/sector.ts';
import { settingsOf } from '../plan/plan.ts';
import type { RecordOf } from '../plan/records/index.ts';
import { label } from './appearance.ts';
import type { DrawItem } from './draw-item.ts';
import { lineWeights } from './line-weights.ts';
import { fill, pathItem, polygonPath, stroke } from './paths.ts';
import type { Scene } from './scene.ts';

const FLATNESS = 0.05;

/**
 * The bands in which a camera meets the levels of the plan's profile, coarsest first so that they stack.
 *
 * Flat model; walls and other obstacles do not count.
 */
export function drawCoverage(camera: RecordOf<'camera'>, scene: Scene): DrawItem[] {
  if (camera.state === 'removed') return [];
  const { levels } = levelProfiles[settingsOf(scene.plan).levelProfile];
  const fieldOfView = fieldOfViewOf(camera);
  const items: DrawItem[] = [];
  const letters: DrawItem[] = [];
  let finerFar = 0;
  const bands = levelBands(camera, levels);
  bands.forEach(({ interval }, index) => {
    const level = levels[index];
    if (!interval || !level) return;
    const outline = sectorOutline(bandSector(camera, fieldOfView, interval), FLATNESS);
    if (!outline) return;
    items.unshift(
      pathItem(polygonPath(outline.ring, outline.holes), {
        // Bands lie over each other, so that the finer ones come out darker.
        fill: fill('coverage', 0.14),
        stroke: stroke('coverage', lineWeights.hatch),
      }),
    );
    const middle = (Math.max(interval.near, finerFar) + interval.far) / 2;
    letters.push(
      label(level.letter, add(camera.at, polar(camera.direction, middle)), { ink: 'coverage', sizeMm: 2 }),
    );
    finerFar = interval.far;
  });
  return [...items, ...letters];
}
