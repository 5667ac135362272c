import { fields, idOf, number, oneOf, whole } from '../../records/schemas.ts';
import { distance, levelKey, name, placedDefaults, placedShape, ring } from './parts/fields.ts';
import { inRing } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

/** By which light a zone is checked. */
export const zoneTimes = ['day', 'night', 'both'] as const;

/** An area in which cameras must meet a level; one of another profile than the plan's is kept as it is. */
const schema = fields({
  id: idOf('coverageZone'),
  ...placedShape,
  ring,
  name,
  /** What the picture is for: `recognise who comes to the gate`. */
  task: name,
  level: levelKey,
  /** Share of the surface that must have it, in per cent. */
  minimumPercent: number(0.1, 100),
  /** Of what is to be seen, above the floor. */
  targetHeight: distance,
  when: oneOf(zoneTimes),
  /** By how many cameras each place must be seen. */
  minimumCameras: whole(1, 20),
});

const defaults = {
  ...placedDefaults,
  name: '',
  task: '',
  level: 'recognise',
  minimumPercent: 95,
  targetHeight: 0,
  when: 'day',
  minimumCameras: 1,
} as const;

export const coverageZoneKind = {
  schema,
  defaults,
  relations: placed,
  geometry: inRing(),
  hit: 'outline',
  cutting: null,
  isGauged: false,
  tags: { prefix: 'Z', digits: 1 },
} as const;
