import type { Kind } from '../../plan/kinds/index.ts';
import type { Form } from '../neutral-drawing.ts';

/** What a tagged feature becomes: fields of one kind besides its place; null when the tags mean nothing here. */
export type TaggedRecord = { readonly kind: Kind; readonly fields: Readonly<Record<string, unknown>> };
type Tags = Readonly<Record<string, string>>;
type Reading = (tags: Tags, form: Form) => TaggedRecord | null;

const METRES_PER_LEVEL = 3;

function metres(value: string | undefined): number | null {
  const number = value === undefined ? Number.NaN : Number.parseFloat(value);
  return Number.isFinite(number) && number > 0 ? number : null;
}

function record(kind: Kind, fields: Record<string, unknown> = {}): TaggedRecord {
  // A value that the tags do not give is left to the kind's default.
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return { kind, fields: Object.fromEntries(given) };
}

/** What a table has under a name from outside, which may be the name of something that every object has. */
function entryOf<T>(table: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

const fenceTypes: Readonly<Record<string, string>> = {
  chain_link: 'chain-link',
  metal: 'ornamental',
  railing: 'ornamental',
  wood: 'solid',
  pallisade: 'palisade',
};
const bollardModes: Readonly<Record<string, string>> = {
  removable: 'removable',
  rising: 'retractable',
  fixed: 'fixed',
};

const gate = (type: string) => (tags: Tags) => {
  const use = tags.foot === 'yes' && tags.motor_vehicle === 'no' ? 'pedestrian' : 'vehicle';
  return record('gate', { type, use, width: metres(tags.width) });
};

const obstacle = (type: string) => (tags: Tags, form: Form) =>
  form.type === 'point'
    ? null
    : record('obstacle', {
        type,
        height: metres(tags.height),
        width: form.type === 'line' ? (metres(tags.width) ?? 0.8) : null,
      });

/** Readings of `barrier=…`; what stops or guides, by OpenStreetMap's names. */
const barriers: Readonly<Record<string, Reading>> = {
  fence: (tags, form) =>
    form.type === 'point'
      ? null
      : record('fence', { height: metres(tags.height), type: entryOf(fenceTypes, tags.fence_type) }),
  wall: (tags, form) => (form.type === 'point' ? null : record('wall', { height: metres(tags.height) })),
  retaining_wall: (tags, form) =>
    form.type === 'point' ? null : record('wall', { height: metres(tags.height), notes: 'Retaining wall' }),
  city_wall: (tags, form) =>
    form.type === 'point'
      ? null
      : record('wall', { height: metres(tags.height), thickness: metres(tags.width) }),
  hedge: obstacle('hedge'),
  gate: gate('double-swing'),
  swing_gate: gate('swing'),
  sliding_gate: gate('sliding'),
  lift_gate: gate('lift'),
  bollard: (tags) =>
    record('bollards', {
      mode: entryOf(bollardModes, tags.bollard),
      diameter: metres(tags.diameter),
      height: metres(tags.height),
      state: 'existing',
    }),
  block: (_tags, form) =>
    form.type === 'line' ? record('barrier', { type: 'boulder', state: 'existing' }) : null,
  jersey_barrier: (_tags, form) =>
    form.type === 'line' ? record('barrier', { type: 'jersey', state: 'existing' }) : null,
  guard_rail: (_tags, form) =>
    form.type === 'line' ? record('barrier', { type: 'guardrail', width: 0.3, state: 'existing' }) : null,
};

const streets = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
];
const paths = ['footway', 'path', 'pedestrian', 'steps', 'cycleway'];

function road(tags: Tags, form: Form): TaggedRecord | null {
  if (form.type !== 'line') return null;
  const kind = tags.highway?.replace(/_link$/, '') ?? '';
  const isPath = paths.includes(kind);
  const isStreet = streets.includes(kind);
  if (!isPath && !isStreet && kind !== 'service' && kind !== 'track') return null;
  const width = metres(tags.width) ?? (isPath ? 2 : isStreet ? null : 4);
  return record('road', {
    class: isPath ? 'footway' : isStreet ? 'street' : 'service',
    name: tags.name,
    width,
  });
}

/** The tags that mean something, in the order in which they are looked for. */
const readings: readonly (readonly [key: string, reading: Reading])[] = [
  ['barrier', (tags, form) => entryOf(barriers, tags.barrier)?.(tags, form) ?? null],
  [
    'building',
    (tags, form) => {
      const levels = metres(tags['building:levels']);
      const height = metres(tags.height) ?? (levels && levels * METRES_PER_LEVEL);
      return form.type === 'polygon' && tags.building !== 'no'
        ? record('building', { name: tags.name, height })
        : null;
    },
  ],
  ['highway', road],
  [
    'man_made',
    (tags, form) =>
      form.type === 'point' && tags.man_made === 'surveillance'
        ? record('camera', { state: 'existing', height: metres(tags.height) })
        : null,
  ],
  [
    'amenity',
    (tags, form) =>
      form.type === 'polygon' && tags.amenity === 'parking'
        ? record('parking', { stalls: Math.round(metres(tags.capacity) ?? 0) })
        : null,
  ],
];

/** What a feature without `kind` is by its OpenStreetMap tags; null when they say nothing the plan knows. */
export function readTags(properties: Readonly<Record<string, unknown>>, form: Form): TaggedRecord | null {
  const tags: Record<string, string> = {};
  for (const [key, value] of Object.entries(properties)) if (typeof value === 'string') tags[key] = value;
  for (const [key, reading] of readings) {
    const found = tags[key] === undefined ? null : reading(tags, form);
    if (found) return found;
  }
  return null;
}
