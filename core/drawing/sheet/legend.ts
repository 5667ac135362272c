import { bollardPlaces } from '../../geometry/bollard-places.ts';
import { isKind, kindOf, settingsOf } from '../../plan/plan.ts';
import type { Kind, PlacedRecord } from '../../plan/records/index.ts';
import { label } from '../appearance.ts';
import type { DrawItem, TextItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import { cameraSymbol, postSymbol } from '../symbols/device-symbols.ts';
import type { FrameContent } from './frame-content.ts';

const ROW_MM = 6;

function words(content: string, x: number, y: number, look: Partial<TextItem> = {}): TextItem {
  const text = label(
    content,
    { x, y },
    { anchor: 'start', weight: 'regular', sizeMm: 2.3, detail: 'always' },
  );
  return { ...text, halo: false, ...look };
}

type Sample = (x: number, y: number) => DrawItem[];

const lineSample =
  (widthMm: number, dash: 'solid' | 'dash-dot-dot' = 'solid'): Sample =>
  (x, y) => [pathItem(linePath({ x, y }, { x: x + 10, y }), { stroke: stroke('ink', widthMm, dash) })];
const boxSample =
  (ink: Parameters<typeof fill>[0], opacity: number, pattern: 'solid' | 'hatch' = 'solid'): Sample =>
  (x, y) => {
    const ring = [
      { x, y: y - 1.6 },
      { x: x + 10, y: y - 1.6 },
      { x: x + 10, y: y + 1.6 },
      { x, y: y + 1.6 },
    ];
    return [
      pathItem(ringPath(ring), {
        fill: fill(ink, opacity, pattern),
        stroke: stroke('ink', lineWeights.hatch),
      }),
    ];
  };

const ticked: Sample = (x, y) => [
  ...lineSample(lineWeights.object)(x, y),
  pathItem(
    [2, 5, 8].flatMap((at) => linePath({ x: x + at, y: y - 1 }, { x: x + at, y: y + 1 })),
    { stroke: stroke('ink', lineWeights.symbol) },
  ),
];
const heavy: Sample = (x, y) => [
  pathItem(
    openPath([
      { x, y },
      { x: x + 10, y },
    ]),
    { stroke: stroke('ink', 1.4) },
  ),
  pathItem(
    [0, 10].flatMap((at) => linePath({ x: x + at, y: y - 1.4 }, { x: x + at, y: y + 1.4 })),
    { stroke: stroke('ink', lineWeights.cut) },
  ),
];
const dots: Sample = (x, y) => [
  pathItem(
    [1, 4, 7, 10].flatMap((at) => circlePath({ x: x + at - 0.5, y }, 0.6)),
    { fill: fill('ink') },
  ),
];
const symbol =
  (parts: ReturnType<typeof postSymbol>): Sample =>
  (x, y) => [{ type: 'symbol', at: { x: x + 5, y }, angle: 0, parts, detail: 'always' }];

/** What each kind looks like in the legend; kinds without a sample are plain to see on the sheet. */
const samples: { readonly [K in Kind]?: { readonly name: string; readonly sample: Sample } } = {
  propertyLine: { name: 'Property line', sample: lineSample(lineWeights.perimeter, 'dash-dot-dot') },
  building: { name: 'Building', sample: boxSample('building', 1) },
  wall: { name: 'Wall', sample: lineSample(1.4) },
  fence: { name: 'Fence', sample: ticked },
  gate: {
    name: 'Gate',
    sample: (x, y) => [
      pathItem(
        [
          ...linePath({ x, y }, { x: x + 2, y }),
          ...linePath({ x: x + 2, y }, { x: x + 6, y: y + 2 }),
          ...linePath({ x: x + 8, y }, { x: x + 10, y }),
        ],
        { stroke: stroke('ink', lineWeights.object) },
      ),
    ],
  },
  road: { name: 'Road', sample: boxSample('road', 1) },
  parking: { name: 'Parking', sample: boxSample('fill', 1) },
  area: { name: 'Area', sample: boxSample('public', 0.5, 'hatch') },
  obstacle: { name: 'Tree or obstacle', sample: boxSample('public', 0.2) },
  barrier: { name: 'Vehicle barrier', sample: heavy },
  bollards: { name: 'Bollards', sample: dots },
  camera: { name: 'Camera', sample: symbol(cameraSymbol('ink', 'fixed')) },
  post: { name: 'Guard post', sample: symbol(postSymbol('ink', 'fixed')) },
};

/** How many of a kind the sheet shows; bollards one by one. */
function countOf(records: readonly PlacedRecord[]): number {
  return records.reduce(
    (sum, record) =>
      sum + (isKind(record, 'bollards') ? bollardPlaces(record.path, record.spacing).length : 1),
    0,
  );
}

/** The legend of exactly the kinds that are on the sheet, with counts of devices, states and a north arrow. */
export function legendItems(
  { records, sheet, plan }: FrameContent,
  place: { readonly left: number; readonly top: number; readonly bottom: number },
): readonly DrawItem[] {
  const items: DrawItem[] = [words('Legend', place.left, place.top, { weight: 'semibold', sizeMm: 2.8 })];
  let y = place.top - 8;
  for (const [kind, entry] of Object.entries(samples)) {
    const found = records.filter((record) => kindOf(record.id) === kind);
    if (found.length === 0 || !entry) continue;
    items.push(...entry.sample(place.left, y), words(entry.name, place.left + 14, y));
    if (found[0] && 'device' in found[0])
      items.push(words(String(countOf(found)), place.left + 52, y, { anchor: 'end' }));
    y -= ROW_MM;
  }
  items.push(...stateItems(records, place.left, y - 2));
  items.push(...northItems(settingsOf(plan).north + sheet.rotation, place.left + 12, place.bottom + 12));
  return items;
}

function stateItems(records: readonly PlacedRecord[], x: number, top: number): DrawItem[] {
  const names = {
    existing: 'Existing',
    proposed: 'Proposed',
    deficient: 'Deficient',
    removed: 'To be removed',
  } as const;
  const shown = (Object.keys(names) as (keyof typeof names)[]).filter((state) =>
    records.some((record) => record.state === state),
  );
  return shown.flatMap((state, index) => {
    const y = top - index * ROW_MM;
    const dash = state === 'removed' ? 'dashed' : 'solid';
    return [
      pathItem(linePath({ x, y }, { x: x + 10, y }), { stroke: stroke(state, lineWeights.cut, dash) }),
      words(names[state], x + 14, y),
    ];
  });
}

function northItems(angle: number, x: number, y: number): DrawItem[] {
  const needle = ringPath([
    { x: 0, y: 9 },
    { x: 3, y: -5 },
    { x: 0, y: -2 },
    { x: -3, y: -5 },
  ]);
  return [
    {
      type: 'symbol',
      at: { x, y },
      angle,
      parts: [{ path: needle, stroke: stroke('ink', lineWeights.symbol), fill: fill('ink') }],
      detail: 'always',
    },
    words('N', x - 11 * Math.sin(angle), y + 11 * Math.cos(angle), {
      anchor: 'middle',
      weight: 'semibold',
      sizeMm: 3,
    }),
  ];
}
