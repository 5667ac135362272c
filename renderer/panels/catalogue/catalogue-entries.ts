import { cameraDeviceName, deviceOfCamera } from '../../../core/catalogue/cameras/camera-device.ts';
import { devices } from '../../../core/catalogue/devices.ts';
import { type WallTypeFields, wallTypeOf, wallTypes } from '../../../core/catalogue/wall-types.ts';
import { bollardCount } from '../../../core/geometry/bollard-places.ts';
import { areaUses } from '../../../core/plan/kinds/area.ts';
import { dimensionTypes } from '../../../core/plan/kinds/dimension.ts';
import { gateUses } from '../../../core/plan/kinds/gate.ts';
import { type DeviceKind, type PlanRecord, planKinds } from '../../../core/plan/kinds/index.ts';
import { obstacleTypes } from '../../../core/plan/kinds/obstacle.ts';
import { openingTypes } from '../../../core/plan/kinds/opening.ts';
import { roadClasses } from '../../../core/plan/kinds/road.ts';
import { routeUses } from '../../../core/plan/kinds/route.ts';
import { deviceKinds, isKind, type Plan, recordsOf } from '../../../core/plan/plan.ts';
import type { ToolId } from '../../editor/tools/index.ts';
import type { ArmedRecords } from '../../editor/view.ts';
import type { OfferedCamera } from '../../hooks/camera-table.ts';
import { text } from '../../messages/text.ts';
import { detailOf, isGenericDevice } from './cameras/camera-facts.ts';

export type ArmedKind = keyof ArmedRecords;

/** Something that can be armed: its tool places records of a kind with these fields. */
export type CatalogueEntry = {
  readonly id: string;
  readonly kind: ArmedKind;
  readonly group: string;
  readonly name: string;
  readonly detail: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

type Fields = Readonly<Record<string, unknown>>;

/** Devices differ by what they are in the catalogue. */
const devicePlacing = Object.fromEntries(
  deviceKinds.map((kind) => [kind, { tool: `place-${kind}`, field: 'device' }]),
) as { readonly [K in DeviceKind]: { readonly tool: `place-${K}`; readonly field: 'device' } };

/** The tool that places each kind, and the field by which the entries of the kind differ. */
export const placing = {
  ...devicePlacing,
  wall: { tool: 'draw-wall', field: 'material' },
  opening: { tool: 'place-opening', field: 'type' },
  gate: { tool: 'place-gate', field: 'use' },
  road: { tool: 'draw-road', field: 'class' },
  route: { tool: 'draw-route', field: 'use' },
  area: { tool: 'draw-area', field: 'use' },
  obstacle: { tool: 'draw-obstacle', field: 'type' },
  dimension: { tool: 'place-dimension', field: 'type' },
} as const satisfies { readonly [K in ArmedKind]: { readonly tool: ToolId; readonly field: string } };

const armedKinds = Object.keys(placing) as ArmedKind[];
const idOf = (kind: ArmedKind, value: string) => `${kind}/${value}`;

function entryOf(kind: ArmedKind, value: string, shown: { group: string; name: string; fields?: Fields }) {
  const { group, name, fields = {} } = shown;
  return {
    id: idOf(kind, value),
    kind,
    group,
    name,
    detail: '',
    fields: { [placing[kind].field]: value, ...fields },
  };
}

// Openings and gates bring the sizes of their type with their tools.
const roadWidths = { street: 6.5, service: 4, footway: 2 } as const;
// Accessible: two wheelchairs pass, ADA Standards 403.5.3 (60 in); egress and public way: common practice.
const routeWidths = { accessible: 1.525, egress: 1.2, 'public-right-of-way': 1.8 } as const;
const obstacleHeights = { tree: 6, hedge: 1.5, container: 2.6, vehicle: 1.8, other: 2 } as const;

/** The devices of the bundled catalogue, then the types of what is drawn around them. */
export const catalogueEntries: readonly CatalogueEntry[] = [
  ...devices.map(({ key, kind, group, name, detail, fields }) => ({
    ...entryOf(kind, key, { group, name, fields }),
    detail,
  })),
  ...wallTypes.map(({ key, name, fields }) => ({
    ...entryOf('wall', key, { group: text('panel.group.wall'), name }),
    fields,
  })),
  ...openingTypes.map((type) =>
    entryOf('opening', type, { group: text('panel.group.opening'), name: text(`panel.opening.${type}`) }),
  ),
  ...gateUses.map((use) =>
    entryOf('gate', use, { group: text('panel.group.gate'), name: text(`panel.gate.${use}`) }),
  ),
  ...roadClasses.map((roadClass) =>
    entryOf('road', roadClass, {
      group: text('panel.group.road'),
      name: text(`panel.road.${roadClass}`),
      fields: { width: roadWidths[roadClass] },
    }),
  ),
  ...routeUses.map((use) =>
    entryOf('route', use, {
      group: text('panel.group.route'),
      name: text(`panel.route.${use}`),
      fields: { width: routeWidths[use] },
    }),
  ),
  ...areaUses.map((use) =>
    entryOf('area', use, { group: text('panel.group.area'), name: text(`panel.area.${use}`) }),
  ),
  ...obstacleTypes.map((type) =>
    entryOf('obstacle', type, {
      group: text('panel.group.obstacle'),
      name: text(`panel.obstacle.${type}`),
      fields: { height: obstacleHeights[type] },
    }),
  ),
  ...dimensionTypes.map((type) =>
    entryOf('dimension', type, {
      group: text('panel.group.dimension'),
      name: text(`panel.dimension.${type}`),
    }),
  ),
];

/** The entries with those of a table of cameras, which stand behind the generic ones; none of them stands there twice. */
export function entriesWith(offered: readonly OfferedCamera[]): readonly CatalogueEntry[] {
  const cameras = offered
    .filter(({ camera, isOwn }) => isOwn || !isGenericDevice(camera))
    .map(({ camera }) => ({
      ...entryOf('camera', cameraDeviceName(camera), {
        group: text('cameras.groupOf', { maker: camera.maker }),
        name: camera.model,
        fields: deviceOfCamera(camera).fields,
      }),
      detail: detailOf(camera),
    }));
  const last = catalogueEntries.findLastIndex(({ kind }) => kind === 'camera') + 1;
  return catalogueEntries.toSpliced(last, 0, ...cameras);
}

/** The entries that have all the typed words in their name, detail or group. */
export function findEntries(
  typed: string,
  entries: readonly CatalogueEntry[] = catalogueEntries,
): readonly CatalogueEntry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ name, detail, group }) => {
    const all = `${name} ${detail} ${group}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** By what the entries of a kind differ; null for a record or fields of no entry. */
function entryValueOf(kind: ArmedKind, fields: Fields): string | null {
  // The type of a wall is what it is made of and how thick, and no field of its own.
  if (kind === 'wall') return wallTypeOf(fields as WallTypeFields)?.key ?? null;
  const value = fields[placing[kind].field];
  return typeof value === 'string' ? value : null;
}

const countOf = (record: PlanRecord) =>
  isKind(record, 'bollards') ? bollardCount(record.path, record.spacing) : 1;

/** How many of each entry, by its id, the plan holds on all floors; of a row of bollards each one counts. */
export function countEntries(plan: Plan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const kind of armedKinds) {
    for (const record of recordsOf(plan, kind)) {
      const value = entryValueOf(kind, record as Fields);
      if (value === null) continue;
      const id = idOf(kind, value);
      counts.set(id, (counts.get(id) ?? 0) + countOf(record));
    }
  }
  return counts;
}

/** The id of the entry that the active tool places, null when there is none. */
export function armedEntry(armed: ArmedRecords, tool: ToolId): string | null {
  const kind = armedKinds.find((each) => placing[each].tool === tool);
  if (!kind) return null;
  const fields: Fields = armed[kind] ?? {};
  const value = entryValueOf(kind, kind === 'wall' ? { ...planKinds.wall.defaults, ...fields } : fields);
  return value === null ? null : idOf(kind, value);
}

/** What is armed once an entry is chosen; the other kinds keep theirs. */
export function armedWith(armed: ArmedRecords, { kind, fields }: CatalogueEntry): ArmedRecords {
  // A wall keeps the side of the line on which its body lies.
  return { ...armed, [kind]: kind === 'wall' ? { ...armed.wall, ...fields } : fields };
}
