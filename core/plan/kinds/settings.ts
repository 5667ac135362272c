import { fields, list, nullable, number, oneOf, only, text } from '../../records/schemas.ts';
import { angle, label, levelKey, name } from './parts/fields.ts';
import { nowhere } from './parts/geometry.ts';

/** The profiles of levels that every plan may choose. */
export const builtInProfileIds = ['iec-62676-4-2014', 'iec-62676-4-2014-63', 'iec-62676-4-2025'] as const;

export const densityModelNames = ['flat', 'arc', 'centre'] as const;

/** A set of named pixel densities that the plan brings along, its levels from the finest to the coarsest. */
const ownProfile = fields({
  id: levelKey,
  title: label,
  source: text(300),
  edition: text(300),
  levels: list(
    fields({ key: levelKey, name: text(40), letter: text(2), pixelsPerMetre: number(0.1, 100_000) }),
    1,
    12,
  ),
});

/** The one record of a plan that holds what is true of the whole plan. */
const schema = fields({
  id: only('settings:plan'),
  name,
  displayUnit: oneOf(['m', 'ft-in']),
  /** Angle of true north from plan north (+y), anticlockwise. */
  north: angle,
  origin: nullable(fields({ lon: number(-180, 180), lat: number(-90, 90) })),
  /** One that is built in, or one of its own. */
  levelProfile: levelKey,
  ownProfiles: list(ownProfile, 0, 20),
  /** How pixel density is computed; null for the model of each camera. */
  densityModel: nullable(oneOf(densityModelNames)),
  /** Share of the detail of an image that remains behind mesh and chain-link. */
  meshShare: number(0, 1),
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
  ownProfiles: [],
  densityModel: null,
  meshShare: 0.7,
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
