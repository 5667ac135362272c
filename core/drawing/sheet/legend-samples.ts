import { bollardPlaces } from '../../geometry/bollard-places.ts';
import { add, type Point, polar } from '../../geometry/point.ts';
import type { PlacedKind, PlacedRecord, RecordOf } from '../../plan/records/index.ts';
import { areaLooks } from '../area-looks.ts';

/** Records of the kind it stands for, laid out as a sample is: in a box of 2 × 0.64 m around a point. */
type Sample<K extends PlacedKind> = {
  readonly group: 'site' | 'devices';
  /** What a record is called in the legend: one row for each name. Null leaves it out. */
  readonly name: (record: RecordOf<K>) => string | null;
  readonly sample: (record: RecordOf<K>, at: Point) => readonly PlacedRecord[];
  /** How many pieces a record stands for; kinds without it are not counted. */
  readonly count?: (record: RecordOf<K>) => number;
};

export const SAMPLE_WIDTH = 2;
const SAMPLE_HEIGHT = 0.64;

const along = (at: Point): Point[] => [
  { x: at.x - SAMPLE_WIDTH / 2, y: at.y },
  { x: at.x + SAMPLE_WIDTH / 2, y: at.y },
];

function around(at: Point, width = SAMPLE_WIDTH, height = SAMPLE_HEIGHT): Point[] {
  const [x, y] = [width / 2, height / 2];
  return [
    { x: at.x - x, y: at.y - y },
    { x: at.x + x, y: at.y - y },
    { x: at.x + x, y: at.y + y },
    { x: at.x - x, y: at.y + y },
  ];
}

function circleAround(at: Point, radius: number): Point[] {
  return Array.from({ length: 16 }, (_, index) => add(at, polar((index * Math.PI) / 8, radius)));
}

const one = () => 1;
const sampleId = '00000000-0000-4000-8000-000000000000';

const wallNames = { opaque: 'Wall', glass: 'Glass wall', mesh: 'Mesh wall' } as const;
const openingNames = {
  door: 'Door',
  'double-door': 'Door',
  'sliding-door': 'Door, sliding',
  window: 'Window',
  'garage-door': 'Garage door',
  passage: null,
} as const;
const gateNames = {
  swing: 'Gate, swing',
  'double-swing': 'Gate, double swing',
  sliding: 'Gate, sliding',
  lift: 'Gate, lifting',
} as const;
const obstacleNames = {
  tree: 'Tree',
  hedge: 'Hedge',
  container: 'Container',
  vehicle: 'Parked vehicle',
  other: 'Obstacle',
} as const;
const barrierNames = {
  wall: 'Barrier wall',
  jersey: 'Jersey barrier',
  planter: 'Planter',
  boulder: 'Boulders',
  cable: 'Cable barrier',
  guardrail: 'Guardrail',
  trench: 'Trench',
  wedge: 'Wedge barrier',
  'drop-arm': 'Drop arm barrier',
  beam: 'Beam barrier',
  'sliding-gate': 'Sliding barrier',
} as const;
const bollardNames = {
  fixed: 'Bollard',
  removable: 'Bollard, removable',
  retractable: 'Bollard, retractable',
} as const;
const cameraNames = {
  fixed: 'Camera, fixed',
  ptz: 'Camera, pan-tilt-zoom',
  panoramic: 'Camera, panoramic',
  multisensor: 'Camera, multisensor',
  thermal: 'Camera, thermal',
} as const;
const postNames = { fixed: 'Guard post', booth: 'Guard booth', vehicle: 'Guard vehicle' } as const;
const roadNames = { street: 'Road', service: 'Road', footway: 'Footway' } as const;

function sampleOpening(opening: RecordOf<'opening'>, at: Point): readonly PlacedRecord[] {
  const [a = at, b = at] = along({ x: at.x, y: at.y - SAMPLE_HEIGHT / 4 });
  const { floor, layer, phase, evidence } = opening;
  const wall: RecordOf<'wall'> = {
    ...{ id: `wall:${sampleId}`, floor, layer, phase, evidence, tag: null, notes: '', locked: false },
    ...{ state: 'existing', a, b, bulge: 0, thickness: 0.16, alignment: 'centre', height: null },
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
    sample: (r, at) => [
      {
        ...r,
        at: { x: at.x, y: at.y - SAMPLE_HEIGHT / 4 },
        direction: 0,
        width: r.type === 'swing' ? 0.6 : 1.1,
      },
    ],
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
    count: ({ path, spacing }) => bollardPlaces(path, spacing).length,
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
};
