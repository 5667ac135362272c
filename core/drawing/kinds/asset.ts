import { labelPoint } from '../../geometry/label-point.ts';
import type { Point } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkUnless, stateFill, stateStroke, uprightAngle } from '../appearance.ts';
import type { DrawItem, Ink } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { assetSymbol } from '../symbols/asset-symbol.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';

type Asset = RecordOf<'asset'>;

/** Its outline where it has one, the star with the bars of its criticality, and the standoff around a place. */
export function drawAsset(asset: Asset, scene: Scene): DrawItem[] {
  const ink = inkUnless(asset, 'accent', scene);
  const at = asset.at ?? (asset.ring && labelPoint({ ring: asset.ring, holes: [] }, 0.5));
  if (!at) return [];
  const { criticality, name } = asset;
  const parts = assetSymbol(ink, criticality);
  const place = {
    offsetMm: { x: 2.9, y: name ? 1.3 : 0 },
    side: 'right',
    ...(name ? { note: name } : {}),
  } as const;
  return [
    ...outlineItems(asset, ink),
    ...standoffItems(asset, scene),
    { type: 'symbol', at, angle: uprightAngle(scene), parts, detail: 'always' },
    ...tagItems(asset, at, place, scene),
  ];
}

function outlineItems(asset: Asset, ink: Ink): DrawItem[] {
  if (!asset.ring) return [];
  const look = {
    stroke: stateStroke(asset, ink, lineWeights.object),
    fill: stateFill(asset, fill(ink, 0.07)),
  };
  return [pathItem(ringPath(asset.ring), look)];
}

/** The circle of the required standoff; around an outline the standoff is a figure only. */
function standoffItems({ at, standoff, state }: Asset, { isFar }: Scene): DrawItem[] {
  if (!at || standoff === null || state === 'removed' || isFar) return [];
  return [
    pathItem(circlePath(at satisfies Point, standoff), {
      stroke: stroke('restricted', lineWeights.symbol, 'dash-dot'),
    }),
  ];
}

export const assetLook: KindLook<'asset'> = {
  draw: drawAsset,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 1 },
  avoided: 0,
  legend: {
    group: 'intent',
    name: () => 'Asset, its criticality in bars',
    sample: (r, at) => [{ ...r, at, ring: null, standoff: null, name: '', criticality: 'low' }],
  },
};
