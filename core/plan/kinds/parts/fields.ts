import {
  fields,
  flag,
  idOf,
  list,
  nullable,
  number,
  oneOf,
  rounded,
  text,
  textLike,
  whole,
} from '../../../records/schemas.ts';
import { quantiseAngle, quantiseLength } from '../../../units.ts';

/** Largest coordinate or length a record may hold, metres: beyond it 1 mm is no longer exact in practice. */
export const LARGEST_LENGTH = 1_000_000;

const MOST_POINTS = 20_000;

/** A coordinate or signed length in metres, quantised to 1 mm. */
export const coordinate = rounded(-LARGEST_LENGTH, LARGEST_LENGTH, quantiseLength);

/** A length greater than zero in metres, quantised to 1 mm. */
export const positiveLength = rounded(0.001, LARGEST_LENGTH, quantiseLength);

/** A length that may be zero, metres, quantised to 1 mm. */
export const distance = rounded(0, LARGEST_LENGTH, quantiseLength);

/** An angle in radians anticlockwise from +x, quantised to 1e-6 and normalised to (-pi, pi]. */
export const angle = rounded(-1000, 1000, quantiseAngle);

/** The width of an angle in radians, up to a full turn, quantised to 1e-6. */
export const fullAngle = rounded(0.001, Math.PI * 2, (value) => Math.round(value * 1e6) / 1e6);

export const point = fields({ x: coordinate, y: coordinate });
export const path = list(point, 2, MOST_POINTS);
export const ring = list(point, 3, MOST_POINTS);
export const holes = list(ring, 0, 1000);

export const name = text(200);
export const label = text(80);
export const paragraph = text(10_000);
/** What a level or a profile of levels is called by: small letters, digits and single dashes. */
export const levelKey = textLike(/^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/);
export const sha256 = textLike(/^[0-9a-f]{64}$/);
export const pixels = whole(1, 100_000);
export const millimetres = number(0.01, 10_000);

export const floorId = idOf('floor');
export const layerId = idOf('layer');
export const phaseId = idOf('phase');
export const groupId = idOf('group');

export const states = ['existing', 'deficient', 'proposed', 'removed'] as const;
/** Ways to look at a plan: as it stands today and as it is to become, or one of the two. */
export const stateViews = ['both', 'today', 'proposed'] as const;
export const evidenceSources = ['measured', 'drawing', 'estimated', 'unknown'] as const;

/** Where a figure comes from: how it was found, by whom and when (ISO 8601 date). */
export const evidence = fields({
  source: oneOf(evidenceSources),
  by: nullable(name),
  at: nullable(text(40)),
});

/** A whole number that says which of several comes first. */
const order = whole(-1_000_000, 1_000_000);

/** Fields of every record that has a place on a floor and a layer. */
export const placedShape = {
  floor: floorId,
  layer: layerId,
  tag: nullable(label),
  state: oneOf(states),
  phase: nullable(phaseId),
  /** The innermost group that the record is in. */
  group: nullable(groupId),
  notes: paragraph,
  locked: flag(),
  /** Above which records of its kind it is drawn, and beneath which: larger lies higher. */
  order,
  evidence,
};

/** Fields of every placed record that is bought and counted. */
export const deviceShape = {
  ...placedShape,
  device: nullable(name),
  cost: nullable(number(0, 1e12)),
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
