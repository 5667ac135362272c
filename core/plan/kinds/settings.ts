import { z } from '../../schema.ts';
import { angle, label, name } from './parts/fields.ts';
import { nowhere } from './parts/geometry.ts';

export const levelProfiles = ['iec-62676-4-2014', 'iec-62676-4-2025'] as const;

/** The one record of a plan that holds what is true of the whole plan. */
const schema = z.strictObject({
  id: z.literal('settings:plan'),
  name,
  displayUnit: z.enum(['m', 'ft-in']),
  /** Angle of true north from plan north (+y), anticlockwise. */
  north: angle,
  origin: z.strictObject({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }).nullable(),
  levelProfile: z.enum(levelProfiles),
  marking: label.nullable(),
  currency: z.string().max(8),
  titleBlock: z.strictObject({ agency: name, project: name, author: name, checker: name }),
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
  tags: null,
} as const;
