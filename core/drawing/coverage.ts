import { footprintBands } from '../derive/cameras/camera-footprints.ts';
import { add, polar } from '../geometry/point.ts';
import { sectorOutline } from '../geometry/sector.ts';
import type { RecordOf } from '../plan/kinds/index.ts';
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

/** What a camera covers, the coarsest level first, and then the letters of the levels. */
export function drawCoverage(camera: RecordOf<'camera'>, scene: Scene): DrawItem[] {
  const items: DrawItem[] = [];
  const letters: DrawItem[] = [];
  for (const { rank, letter, sector } of footprintBands(scene.plan, camera)) {
    const outline = sectorOutline(sector, scene.isFar ? FAR_FLATNESS : FLATNESS);
    if (!outline) continue;
    items.unshift(
      pathItem(polygonPath(outline.ring, outline.holes), {
        fill: fill('coverage', bandOpacities[rank] ?? 0.08),
        stroke: stroke('coverage', lineWeights.hatch),
      }),
    );
    if (scene.isFar) continue;
    const middle = polar(camera.direction, (sector.near + sector.far) / 2);
    letters.push(
      label(letter, add(camera.at, middle), { ink: 'coverage', sizeMm: 2, angle: uprightAngle(scene) }),
    );
  }
  return [...items, ...letters];
}
