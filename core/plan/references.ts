import { kindOf } from './plan.ts';
import type { AnyId, Kind, PlanRecord, RecordOf } from './records/index.ts';

/** A field of a record that names another record. */
export type Reference = { readonly field: string; readonly id: AnyId };

const none = () => [];

function reference(field: string, id: AnyId | null): Reference[] {
  return id === null ? [] : [{ field, id }];
}

function placed(record: Extract<PlanRecord, { layer: string }>): Reference[] {
  return [
    { field: 'floor', id: record.floor },
    { field: 'layer', id: record.layer },
    ...reference('phase', record.phase),
    ...reference('group', record.group),
  ];
}

const referencesByKind: { readonly [K in Kind]: (record: RecordOf<K>) => Reference[] } = {
  settings: none,
  floor: none,
  layer: none,
  phase: none,
  group: ({ parent }) => reference('parent', parent),
  underlay: placed,
  propertyLine: placed,
  building: placed,
  wall: placed,
  opening: (opening) => [...placed(opening), ...reference('wall', opening.wall)],
  fence: placed,
  gate: (gate) => [...placed(gate), ...reference('fence', gate.fence)],
  road: placed,
  parking: placed,
  area: placed,
  route: placed,
  obstacle: placed,
  barrier: (barrier) => [...placed(barrier), ...reference('gate', barrier.gate)],
  bollards: placed,
  camera: (camera) => [...placed(camera), ...reference('mountedOn', camera.mountedOn)],
  post: placed,
  patrol: placed,
  light: placed,
  sensor: placed,
  reader: (reader) => [...placed(reader), ...reference('controls', reader.controls)],
  screening: placed,
  sign: placed,
  equipment: placed,
  asset: placed,
  approach: placed,
  coverageZone: placed,
  text: placed,
  callout: ({ anchor, ...callout }) => [
    ...placed({ anchor, ...callout }),
    ...(anchor.type === 'attached' ? reference('anchor', anchor.record) : []),
  ],
  dimension: (dimension) => [
    ...placed(dimension),
    ...dimension.anchors.flatMap((anchor) =>
      anchor.type === 'attached' ? reference('anchors', anchor.record) : [],
    ),
  ],
  sheet: (sheet) => [
    ...reference('floor', sheet.floor),
    ...(sheet.layers ?? []).flatMap((id) => reference('layers', id)),
  ],
};

/** The records that a record names, in the order of its fields. */
export function referencesOf(record: PlanRecord): readonly Reference[] {
  return (referencesByKind[kindOf(record.id)] as (record: PlanRecord) => Reference[])(record);
}
