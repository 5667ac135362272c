import { fields, idOf, oneOf } from '../../records/schemas.ts';
import { angle, deviceDefaults, deviceShape, point, positiveLength } from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const screeningTypes = [
  'metal-detector',
  'x-ray',
  'explosive-trace',
  'vehicle-inspection',
  'bag-search',
] as const;

/** Where people, bags or vehicles are looked through; `length` lies along `direction`, the way they pass. */
const schema = fields({
  id: idOf('screening'),
  ...deviceShape,
  at: point,
  direction: angle,
  length: positiveLength,
  width: positiveLength,
  type: oneOf(screeningTypes),
});

const defaults = {
  ...deviceDefaults,
  direction: 0,
  length: 0.6,
  width: 0.9,
  type: 'metal-detector',
} as const;

export const screeningKind = {
  schema,
  defaults,
  relations: placed,
  geometry: turning(atPlace({ along: 'length', across: 'width' })),
  hit: 'surface',
  cutting: null,
  isGauged: false,
  tags: {
    prefixes: {
      'metal-detector': 'MD',
      'x-ray': 'XR',
      'explosive-trace': 'ET',
      'vehicle-inspection': 'VI',
      'bag-search': 'BG',
    } satisfies Readonly<Record<(typeof screeningTypes)[number], string>>,
    digits: 1,
  },
} as const;
