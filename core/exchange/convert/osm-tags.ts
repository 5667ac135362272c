import { bearingIn } from '../../bearings.ts';
import type { Kind } from '../../plan/kinds/index.ts';
import type { Form } from '../neutral-drawing.ts';
import { type Level, levelIn } from './levels.ts';
import { besideTags, entryOf, isNameOfFeature, Tags, tagsIn, tagText } from './tags.ts';

/** What a tagged feature becomes: fields of one kind besides its place. */
export type TaggedRecord = {
  readonly kind: Kind;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Tags that say something of it and were not understood: their texts by their keys. */
  readonly unread: ReadonlyMap<string, string>;
  /** Keys of tags that nobody reads. */
  readonly ignored: readonly string[];
  /** What others of its tags would make of it. */
  readonly also: readonly Kind[];
  /** Where it looks, degrees clockwise from true north; null where the tags do not say. */
  readonly bearing: number | null;
  /** The floor that it lies on; null for the ground. */
  readonly level: Level;
};
type Read = Pick<TaggedRecord, 'kind' | 'fields'> & { readonly bearing?: number | null };
type Reading = (tags: Tags, form: Form) => Read | null;

const METRES_PER_LEVEL = 3;
/** Of an obstacle along a line where nothing says how wide it is, metres. */
export const OBSTACLE_WIDTH = 0.8;

function record(kind: Kind, fields: Record<string, unknown> = {}): Read {
  // A value that the tags do not give is left to the kind's default.
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return { kind, fields: Object.fromEntries(given) };
}

const fenceTypes: Readonly<Record<string, string>> = {
  chain_link: 'chain-link',
  metal: 'ornamental',
  railing: 'ornamental',
  wood: 'solid',
  palisade: 'palisade',
  pallisade: 'palisade',
};
const bollardModes: Readonly<Record<string, string>> = {
  removable: 'removable',
  rising: 'retractable',
  fixed: 'fixed',
};

const gate = (type: string) => (tags: Tags) => {
  const use = tags.get('foot') === 'yes' && tags.get('motor_vehicle') === 'no' ? 'pedestrian' : 'vehicle';
  return record('gate', { type, use, width: tags.metres('width') });
};

const obstacle = (type: string) => (tags: Tags, form: Form) =>
  form.type === 'point'
    ? null
    : record('obstacle', {
        type,
        height: tags.metres('height'),
        width: form.type === 'line' ? (tags.metres('width') ?? OBSTACLE_WIDTH) : null,
      });

const wall =
  (fields: Record<string, unknown> = {}) =>
  (tags: Tags, form: Form) =>
    form.type === 'point'
      ? null
      : record('wall', { height: tags.metres('height'), thickness: tags.metres('width'), ...fields });

const barrier =
  (type: string, width: number | null = null) =>
  (tags: Tags, form: Form) =>
    form.type === 'line'
      ? record('barrier', {
          type,
          width: tags.metres('width') ?? width,
          height: tags.metres('height'),
          state: 'existing',
        })
      : null;

/** Readings of `barrier=…`; what stops or guides, by OpenStreetMap's names. */
const barriers: Readonly<Record<string, Reading>> = {
  fence: (tags, form) =>
    form.type === 'point'
      ? null
      : record('fence', { height: tags.metres('height'), type: tags.word('fence_type', fenceTypes) }),
  wall: wall(),
  retaining_wall: wall({ notes: 'Retaining wall' }),
  city_wall: wall(),
  hedge: obstacle('hedge'),
  gate: gate('double-swing'),
  swing_gate: gate('swing'),
  sliding_gate: gate('sliding'),
  lift_gate: gate('lift'),
  bollard: (tags) =>
    record('bollards', {
      mode: tags.word('bollard', bollardModes),
      diameter: tags.metres('diameter'),
      height: tags.metres('height'),
      state: 'existing',
    }),
  block: barrier('boulder'),
  jersey_barrier: barrier('jersey'),
  guard_rail: barrier('guardrail', 0.3),
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

function road(tags: Tags, form: Form): Read | null {
  if (form.type !== 'line') return null;
  const kind = tags.get('highway')?.replace(/_link$/, '') ?? '';
  const isPath = paths.includes(kind);
  const isStreet = streets.includes(kind);
  if (!isPath && !isStreet && kind !== 'service' && kind !== 'track') return null;
  const width = tags.metres('width') ?? (isPath ? 2 : isStreet ? null : 4);
  return record('road', {
    class: isPath ? 'footway' : isStreet ? 'street' : 'service',
    name: tags.get('name'),
    width,
  });
}

/** How programs say that something is not a building. */
const notSo: readonly (string | undefined)[] = ['no', 'false', '0'];

function building(tags: Tags, form: Form): Read | null {
  if (form.type !== 'polygon' || notSo.includes(tags.get('building'))) return null;
  const height = tags.metres('height');
  // Not needed where the height is known, and not ignored either.
  if (height !== null) tags.get('building:levels');
  return record('building', { name: tags.get('name'), height: height ?? heightOfLevels(tags) });
}

function heightOfLevels(tags: Tags): number | null {
  const levels = tags.count('building:levels');
  // None above the ground say nothing of how high it is.
  if (levels === 0) tags.pass('building:levels');
  return levels ? levels * METRES_PER_LEVEL : null;
}

const cameraTypes: Readonly<Record<string, string>> = { fixed: 'fixed', panning: 'ptz' };
const cameras: readonly (string | undefined)[] = [undefined, 'camera', 'ALPR'];
const LONGEST_NOTE = 200;

/** A camera, or a guard, who is a post. */
function surveillance(tags: Tags, form: Form): Read | null {
  if (form.type !== 'point' || tags.get('man_made') !== 'surveillance') return null;
  const type = tags.get('surveillance:type');
  const isGuard = type === 'guard';
  if (!isGuard && !cameras.includes(type)) return null;
  const bearing = tags.read('camera:direction', bearingIn) ?? tags.read('direction', bearingIn);
  if (isGuard) return { ...record('post', { state: 'existing' }), bearing };
  const mount = tags.get('camera:mount');
  const notes = [
    ...(type === 'ALPR' ? ['Reads number plates'] : []),
    ...(mount === undefined ? [] : [`Mounted on: ${mount.slice(0, LONGEST_NOTE)}`]),
  ];
  const fields = {
    state: 'existing',
    height: tags.metres('height'),
    type: tags.word('camera:type', cameraTypes),
    notes: notes.length > 0 ? notes.join('\n') : null,
  };
  return { ...record('camera', fields), bearing };
}

function parking(tags: Tags, form: Form): Read | null {
  if (form.type !== 'polygon' || tags.get('amenity') !== 'parking') return null;
  return record('parking', { stalls: tags.whole('capacity') });
}

/** The tags that mean something, in the order in which they are looked for. */
const readings: readonly (readonly [key: string, reading: Reading])[] = [
  ['barrier', (tags, form) => entryOf(barriers, tags.get('barrier'))?.(tags, form) ?? null],
  ['building', building],
  ['highway', road],
  ['man_made', surveillance],
  ['amenity', parking],
];

/** What a feature without `kind` is by its OpenStreetMap tags; null when they say nothing the plan knows. */
export function readTags(properties: Readonly<Record<string, unknown>>, form: Form): TaggedRecord | null {
  const written = tagsIn(properties);
  for (const [index, [key, reading]] of readings.entries()) {
    // Its own: what another reading asked for in vain is not used.
    const tags = new Tags(written);
    const found = tags.get(key) === undefined ? null : reading(tags, form);
    if (!found) continue;
    const also = readings.slice(index + 1).flatMap((other) => kindBy(other, written, form) ?? []);
    const { level, notes } = levelIn(tags);
    const own = entryOf(found.fields, 'notes');
    const all = [...(typeof own === 'string' ? [own] : []), ...notes];
    return {
      kind: found.kind,
      fields: all.length > 0 ? { ...found.fields, notes: all.join('\n') } : found.fields,
      bearing: found.bearing ?? null,
      level,
      unread: tags.unread,
      ignored: [...tags.ignored, ...besideTags(properties)],
      also,
    };
  }
  return null;
}

/** The kind of what one reading makes of tags; null where it makes nothing of them. */
function kindBy(
  [key, reading]: (typeof readings)[number],
  written: Readonly<Record<string, unknown>>,
  form: Form,
): Kind | null {
  const tags = new Tags(written);
  return tags.get(key) === undefined ? null : (reading(tags, form)?.kind ?? null);
}

/** The tag by which a feature that is not understood is told: the first that could have meant something, or any. */
export function tellingTag(properties: Readonly<Record<string, unknown>>): readonly [string, string] | null {
  const known = readings.map(([key]) => key);
  const tags = Object.entries(tagsIn(properties)).flatMap(([key, value]) => {
    const text = isNameOfFeature(key) ? null : tagText(value);
    return text === null ? [] : [{ key, text, isWord: typeof value === 'string' }];
  });
  // Numbers are often those of the features.
  const told =
    tags.find(({ key }) => key === 'surveillance:type') ??
    tags.find(({ key }) => known.includes(key)) ??
    tags.find(({ isWord }) => isWord) ??
    tags[0];
  return told ? [told.key, told.text] : null;
}
