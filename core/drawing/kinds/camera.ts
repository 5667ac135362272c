import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import type { Scene } from '../scene.ts';
import { cameraSymbol } from '../symbols/device-symbols.ts';
import { type TagPlace, tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { one } from './parts/sample-shapes.ts';

/** Behind a directed device, where its field of view does not lie. */
function tagPlace(direction: number): TagPlace {
  const isBehindRight = Math.cos(direction) <= 0.2;
  const isBehindAbove = Math.sin(direction) <= 0;
  return {
    offsetMm: { x: isBehindRight ? 2 : -2, y: isBehindAbove ? 2.4 : -2.4 },
    side: isBehindRight ? 'right' : 'left',
  };
}

/** The symbol turned where the camera looks, its tag behind it. */
export function drawCamera(camera: RecordOf<'camera'>, scene: Scene): DrawItem[] {
  const { at, direction, type } = camera;
  const parts = cameraSymbol(inkOf(camera, scene), type);
  return [
    { type: 'symbol', at, angle: direction, parts, detail: 'always' },
    ...tagItems(camera, at, tagPlace(direction + scene.view.rotation), scene),
  ];
}

/** What its types are called in the legend; null for what explains itself. */
const cameraNames = {
  fixed: 'Camera, fixed',
  ptz: 'Camera, pan-tilt-zoom',
  panoramic: 'Camera, panoramic',
  multisensor: 'Camera, multisensor',
  thermal: 'Camera, thermal',
} as const;

export const cameraLook: KindLook<'camera'> = {
  draw: drawCamera,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 3 },
  avoided: 0,
  legend: {
    group: 'devices',
    name: ({ type }) => cameraNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0 }],
    count: one,
  },
};
