import { levelOf, profilesOf } from '../../catalogue/level-profiles.ts';
import { labelPoint } from '../../geometry/label-point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { settingsOf } from '../../plan/plan.ts';
import { inkUnless, stateFill } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { around, SAMPLE_WIDTH } from './parts/sample-shapes.ts';

type Zone = RecordOf<'coverageZone'>;

/** The name of a level in whichever profile has it, that of the plan first. */
function levelName(key: Zone['level'], settings: RecordOf<'settings'>): string {
  const own = levelOf(settings, key);
  if (own) return own.name;
  const levels = profilesOf(settings).flatMap((profile) => profile.levels);
  return levels.find((level) => level.key === key)?.name ?? key;
}

/** The dashed edge of the zone; tag, name and the level that cameras must meet in it. */
export function drawCoverageZone(zone: Zone, scene: Scene): DrawItem[] {
  const ink = inkUnless(zone, 'coverage', scene);
  const items: DrawItem[] = [
    pathItem(ringPath(zone.ring), {
      fill: stateFill(zone, fill('coverage', 0.05)),
      stroke: stroke(ink, lineWeights.object, 'dashed'),
    }),
  ];
  const at = scene.isFar ? null : labelPoint({ ring: zone.ring, holes: [] }, 0.5);
  if (!at) return items;
  const note = [zone.name, levelName(zone.level, settingsOf(scene.plan))].filter(Boolean).join(' · ');
  return [...items, ...tagItems(zone, at, { offsetMm: { x: -4, y: 0.8 }, side: 'right', note }, scene)];
}

export const coverageZoneLook: KindLook<'coverageZone'> = {
  draw: drawCoverageZone,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 15 },
  avoided: 0,
  legend: {
    group: 'intent',
    name: () => 'Coverage zone, required level',
    sample: (r, at) => [{ ...r, ring: around(at, SAMPLE_WIDTH), name: '', task: '' }],
  },
};
