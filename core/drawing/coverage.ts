import { levelProfiles } from '../catalogue/levels.ts';
import { bandSector, type FieldOfView, fieldOfViewOf, levelBands } from '../geometry/camera-footprint.ts';
import { add, polar } from '../geometry/point.ts';
import { sectorOutline } from '../geometry/sector.ts';
import type { RecordOf } from '../plan/kinds/index.ts';
import { settingsOf } from '../plan/plan.ts';
import { label, uprightAngle } from './appearance.ts';
import type { DrawItem } from './draw-item.ts';
import { lineWeights } from './line-weights.ts';
import { fill, pathItem, polygonPath, stroke } from './paths.ts';
import type { Scene } from './scene.ts';

const FLATNESS = 0.01;
// Still a small part of a pixel.
const FAR_FLATNESS = 0.2;
/** Strength of the bands from the finest to the coarsest level. */
export const bandOpacities = [0.42, 0.3, 0.2, 0.12, 0.08] as const;

/** A full turn that was stored to a millionth is one: its bands have no seam. */
function allRound(fieldOfView: FieldOfView): FieldOfView {
  const isFull = fieldOfView.horizontal > 2 * Math.PI - 1e-5;
  return isFull ? { ...fieldOfView, horizontal: 2 * Math.PI } : fieldOfView;
}

/**
 * The bands in which a camera meets the levels of the plan's profile, the coarsest first; each ends where the next finer one begins.
 *
 * Flat model; walls and other obstacles do not count.
 */
export function drawCoverage(camera: RecordOf<'camera'>, scene: Scene): DrawItem[] {
  if (camera.state === 'removed') return [];
  const { levels } = levelProfiles[settingsOf(scene.plan).levelProfile];
  const fieldOfView = allRound(fieldOfViewOf(camera));
  const items: DrawItem[] = [];
  const letters: DrawItem[] = [];
  let finerFar = 0;
  const bands = levelBands(camera, levels);
  bands.forEach(({ interval }, index) => {
    const level = levels[index];
    if (!interval || !level) return;
    const near = Math.max(interval.near, finerFar);
    const outline = sectorOutline(
      bandSector(camera, fieldOfView, { near, far: interval.far }),
      scene.isFar ? FAR_FLATNESS : FLATNESS,
    );
    if (!outline) return;
    items.unshift(
      pathItem(polygonPath(outline.ring, outline.holes), {
        fill: fill('coverage', bandOpacities[index] ?? 0.08),
        stroke: stroke('coverage', lineWeights.hatch),
      }),
    );
    finerFar = interval.far;
    if (scene.isFar) return;
    letters.push(
      label(level.letter, add(camera.at, polar(camera.direction, (near + interval.far) / 2)), {
        ink: 'coverage',
        sizeMm: 2,
        angle: uprightAngle(scene),
      }),
    );
  });
  return [...items, ...letters];
}
