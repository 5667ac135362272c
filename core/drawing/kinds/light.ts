import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf } from '../appearance.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, pathItem, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { lightSymbol } from '../symbols/light-symbol.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { one } from './parts/sample-shapes.ts';

/** Half of the angle that a wall light or floodlight lights. */
const HALF_AHEAD = { wall: Math.PI / 2, flood: Math.PI / 3 } as const;

/** The edge of what is lit at the stated illuminance: all round, or before the light. */
function litEdge({ at, direction, type }: RecordOf<'light'>, range: number): Path {
  if (type !== 'wall' && type !== 'flood') return circlePath(at, range);
  const half = HALF_AHEAD[type];
  return [['M', at.x, at.y], ['A', at.x, at.y, range, direction - half, direction + half, true], ['Z']];
}

/** The lamp turned where it shines, the edge of its light dotted, its tag with the illuminance. */
export function drawLight(light: RecordOf<'light'>, scene: Scene): DrawItem[] {
  const { at, direction, type, range, illuminanceLux } = light;
  const ink = inkOf(light, scene);
  const items: DrawItem[] = [
    { type: 'symbol', at, angle: direction, parts: lightSymbol(ink, type), detail: 'always' },
  ];
  if (range !== null && light.state !== 'removed' && !scene.isFar) {
    const edge = stroke('warn', lineWeights.hatch, 'dotted');
    items.unshift(pathItem(litEdge(light, range), { stroke: edge, detail: 'normal' }));
  }
  const note = illuminanceLux === null ? {} : { note: `${illuminanceLux} lx` };
  return [...items, ...tagItems(light, at, { offsetMm: { x: 2.8, y: 1.2 }, side: 'right', ...note }, scene)];
}

/** What its types are called in the legend; null for what explains itself. */
const lightNames = {
  pole: 'Light on a pole',
  wall: 'Wall light',
  bollard: 'Bollard light',
  flood: 'Floodlight',
} as const;

export const lightLook: KindLook<'light'> = {
  draw: drawLight,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 11 },
  avoided: 0,
  legend: {
    group: 'devices',
    name: ({ type }) => lightNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0, range: null, illuminanceLux: null }],
    count: one,
  },
};
