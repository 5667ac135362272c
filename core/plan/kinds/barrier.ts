import { fields, idOf, nullable, oneOf } from '../../records/schemas.ts';
import { deviceDefaults, deviceShape, name, path, positiveLength } from './parts/fields.ts';
import { alongPath } from './parts/geometry.ts';
import { by, placed } from './parts/relation.ts';

export const barrierTypes = [
  'wall',
  'jersey',
  'planter',
  'boulder',
  'cable',
  'guardrail',
  'trench',
  'wedge',
  'drop-arm',
  'beam',
  'sliding-gate',
] as const;

const schema = fields({
  id: idOf('barrier'),
  ...deviceShape,
  path,
  type: oneOf(barrierTypes),
  mode: oneOf(['passive', 'active']),
  width: positiveLength,
  height: positiveLength,
  /** Crash rating as the certificate writes it, e.g. `M50-P1`; null when not rated. */
  rating: nullable(name),
  gate: nullable(idOf('gate')),
});

const defaults = {
  ...deviceDefaults,
  type: 'jersey',
  mode: 'passive',
  width: 0.6,
  height: 0.9,
  rating: null,
  gate: null,
} as const;

export const barrierKind = {
  schema,
  defaults,
  relations: {
    ...placed,
    // It closes the way through the gate: left behind it would close nothing.
    gate: { ...by, to: ['gate'] },
  },
  geometry: alongPath({ width: 'width' }),
  hit: 'shape',
  cutting: 'line',
  isGauged: true,
  tags: {
    prefixes: {
      wall: 'W',
      jersey: 'J',
      planter: 'PL',
      boulder: 'BO',
      cable: 'CB',
      guardrail: 'GR',
      trench: 'TR',
      wedge: 'WB',
      'drop-arm': 'DA',
      beam: 'BM',
      'sliding-gate': 'SG',
    } satisfies Readonly<Record<(typeof barrierTypes)[number], string>>,
    digits: 1,
  },
} as const;
