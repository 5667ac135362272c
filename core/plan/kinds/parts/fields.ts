import { z } from '../../../schema.ts';
import { quantiseAngle, quantiseLength } from '../../../units.ts';

/** Largest coordinate or length a record may hold, metres: beyond it 1 mm is no longer exact in practice. */
export const LARGEST_LENGTH = 1_000_000;

const MOST_POINTS = 20_000;

/** A coordinate or signed length in metres, quantised to 1 mm. */
export const coordinate = z.number().min(-LARGEST_LENGTH).max(LARGEST_LENGTH).transform(quantiseLength);

/** A length greater than zero in metres, quantised to 1 mm. */
export const positiveLength = z.number().min(0.001).max(LARGEST_LENGTH).transform(quantiseLength);

/** A length that may be zero, metres, quantised to 1 mm. */
export const distance = z.number().min(0).max(LARGEST_LENGTH).transform(quantiseLength);

/** An angle in radians anticlockwise from +x, quantised to 1e-6 and normalised to (-pi, pi]. */
export const angle = z.number().min(-1000).max(1000).transform(quantiseAngle);

/** The width of an angle in radians, up to a full turn, quantised to 1e-6. */
export const fullAngle = z
  .number()
  .min(0.001)
  .max(Math.PI * 2)
  .transform((value) => Math.round(value * 1e6) / 1e6);

export const point = z.strictObject({ x: coordinate, y: coordinate });
export const path = z.array(point).min(2).max(MOST_POINTS);
export const ring = z.array(point).min(3).max(MOST_POINTS);
export const holes = z.array(ring).max(1000);

export const name = z.string().max(200);
export const label = z.string().max(80);
export const paragraph = z.string().max(10_000);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const pixels = z.number().int().min(1).max(100_000);
export const millimetres = z.number().min(0.01).max(10_000);

/** Schema of the id of one kind of record: `kind:uuid`. */
export function idOf<K extends string>(kind: K) {
  return z.templateLiteral([`${kind}:`, z.guid()]);
}

export const floorId = idOf('floor');
export const layerId = idOf('layer');
export const phaseId = idOf('phase');
export const groupId = idOf('group');

export const states = ['existing', 'deficient', 'proposed', 'removed'] as const;
/** Ways to look at a plan: as it stands today and as it is to become, or one of the two. */
export const stateViews = ['both', 'today', 'proposed'] as const;
export const evidenceSources = ['measured', 'drawing', 'estimated', 'unknown'] as const;

/** Where a figure comes from: how it was found, by whom and when (ISO 8601 date). */
export const evidence = z.strictObject({
  source: z.enum(evidenceSources),
  by: name.nullable(),
  at: z.string().max(40).nullable(),
});

/** A whole number that says which of several comes first. */
const order = z.number().int().min(-1_000_000).max(1_000_000);

/** Fields of every record that has a place on a floor and a layer. */
export const placedShape = {
  floor: floorId,
  layer: layerId,
  tag: label.nullable(),
  state: z.enum(states),
  phase: phaseId.nullable(),
  /** The innermost group that the record is in. */
  group: groupId.nullable(),
  notes: paragraph,
  locked: z.boolean(),
  /** Above which records of its kind it is drawn, and beneath which: larger lies higher. */
  order,
  evidence,
};

/** Fields of every placed record that is bought and counted. */
export const deviceShape = {
  ...placedShape,
  device: name.nullable(),
  cost: z.number().min(0).max(1e12).nullable(),
};

/** Fields of the records that give a plan its structure. */
export const structureShape = {
  name,
  order,
  notes: paragraph,
};

const unknownEvidence = { source: 'unknown', by: null, at: null } as const;

export const placedDefaults = {
  tag: null,
  state: 'existing',
  phase: null,
  group: null,
  notes: '',
  locked: false,
  order: 0,
  evidence: unknownEvidence,
} as const;

export const deviceDefaults = { ...placedDefaults, state: 'proposed', device: null, cost: null } as const;

export const structureDefaults = { name: '', order: 0, notes: '' } as const;
