import { fields, nullable, number, oneOf, only, text } from '../../records/schemas.ts';
import { angle, label, name } from './parts/fields.ts';
import { nowhere } from './parts/geometry.ts';

export const levelProfiles = ['iec-62676-4-2014', 'iec-62676-4-2025'] as const;

/** The one record of a plan that holds what is true of the whole plan. */
const schema = fields({
  id: only('settings:plan'),
  name,
  displayUnit: oneOf(['m', 'ft-in']),
  /** Angle of true north from plan north (+y), anticlockwise. */
  north: angle,
  origin: nullable(fields({ lon: number(-180, 180), lat: number(-90, 90) })),
  levelProfile: oneOf(levelProfiles),
  marking: nullable(label),
  currency: text(8),
  titleBlock: fields({ agency: name, project: name, author: name, checker: name }),
});

const defaults = {
  name: '',
  displayUnit: 'm',
  north: 0,
  origin: null,
  levelProfile: 'iec-62676-4-2014',
  marking: null,
  currency: 'USD',
  titleBlock: { agency: '', project: '', author: '', checker: '' },
} as const;

export const settingsKind = {
  schema,
  defaults,
  relations: {},
  geometry: nowhere,
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: null,
} as const;
