import { bollardCount } from '../../geometry/bollard-places.ts';
import type { Point } from '../../geometry/point.ts';
import type { PlacedKind, PlacedRecord, RecordOf } from '../../plan/records/index.ts';
import { areaLooks } from '../area-looks.ts';
import {
  barrierNames,
  bollardNames,
  cameraNames,
  gateNames,
  obstacleNames,
  openingNames,
  postNames,
  roadNames,
  wallNames,
} from './legend-names.ts';
import { protectionSamples } from './protection-samples.ts';
import {
  along,
  around,
  circleAround,
  one,
  SAMPLE_HEIGHT,
  SAMPLE_WIDTH,
  type Sample,
} from './sample-shapes.ts';

const sampleId = '00000000-0000-4000-8000-000000000000';

function sampleOpening(opening: RecordOf<'opening'>, at: Point): readonly PlacedRecord[] {
  const [a = at, b = at] = along(at);
  const { floor, layer, phase, group, order, evidence } = opening;
  const wall: RecordOf<'wall'> = {
    id: `wall:${sampleId}`,
    floor,
    layer,
    phase,
    group,
    order,
    evidence,
    tag: null,
    notes: '',
    locked: false,
    state: 'existing',
    a,
    b,
    bulge: 0,
    thickness: 0.16,
    alignment: 'centre',
    height: null,
    material: 'opaque',
  };
  return [
    wall,
    {
      ...opening,
      type: opening.type === 'double-door' ? 'door' : opening.type,
      wall: wall.id,
      offset: SAMPLE_WIDTH / 2,
      width: 0.7,
      swing: 'left',
      hinge: 'a',
    },
  ];
}

/** How each kind stands in the legend; null for what explains itself. */
export const legendSamples: { readonly [K in PlacedKind]: Sample<K> | null } = {
  underlay: null,
  text: null,
  dimension: null,
  callout: null,
  propertyLine: {
    group: 'site',
    name: () => 'Property line',
    sample: (r, at) => [{ ...r, ring: along(at) }],
  },
  building: {
    group: 'site',
    name: () => 'Building',
    sample: (r, at) => [{ ...r, ring: around(at), holes: [] }],
  },
  wall: {
    group: 'site',
    name: ({ material }) => wallNames[material],
    sample: (r, at) => {
      const [a = at, b = at] = along(at);
      return [{ ...r, a, b, bulge: 0, thickness: 0.28, alignment: 'centre' }];
    },
  },
  opening: { group: 'site', name: ({ type }) => openingNames[type], sample: sampleOpening },
  fence: {
    group: 'site',
    name: ({ topping }) => (topping === null ? 'Fence' : 'Fence with topping'),
    sample: (r, at) => [{ ...r, path: along(at), closed: false }],
  },
  gate: {
    group: 'site',
    name: ({ type }) => gateNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0, width: r.type === 'swing' ? 0.6 : 1.1 }],
    count: one,
  },
  road: {
    group: 'site',
    name: ({ class: roadClass }) => roadNames[roadClass],
    sample: (r, at) => [{ ...r, path: along(at), width: SAMPLE_HEIGHT }],
  },
  parking: {
    group: 'site',
    name: () => 'Parking',
    sample: (r, at) => [{ ...r, ring: around(at), stallWidth: 0.4, direction: Math.PI / 2 }],
  },
  area: {
    group: 'site',
    name: ({ use }) => areaLooks[use].title || null,
    sample: (r, at) => [{ ...r, ring: around(at), holes: [] }],
  },
  obstacle: {
    group: 'site',
    name: ({ type }) => obstacleNames[type],
    sample: (r, at) => [
      {
        ...r,
        path: null,
        width: null,
        ring: r.type === 'tree' ? circleAround(at, 0.4) : around(at, r.type === 'vehicle' ? 1.3 : undefined),
      },
    ],
  },
  barrier: {
    group: 'devices',
    name: ({ type }) => barrierNames[type],
    sample: (r, at) => [{ ...r, path: along(at), width: 0.4 }],
    count: one,
  },
  bollards: {
    group: 'devices',
    name: ({ mode }) => bollardNames[mode],
    sample: (r, at) => [{ ...r, path: along(at), spacing: 0.5, diameter: 0.24 }],
    count: ({ path, spacing }) => bollardCount(path, spacing),
  },
  camera: {
    group: 'devices',
    name: ({ type }) => cameraNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0 }],
    count: one,
  },
  post: {
    group: 'devices',
    name: ({ type }) => postNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0 }],
    count: one,
  },
  ...protectionSamples,
};
