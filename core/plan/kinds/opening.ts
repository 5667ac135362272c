import { fields, flag, idOf, oneOf } from '../../records/schemas.ts';
import { distance, placedDefaults, placedShape, positiveLength } from './parts/fields.ts';
import { own } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const openingTypes = [
  'door',
  'double-door',
  'sliding-door',
  'window',
  'garage-door',
  'passage',
] as const;

/** A door, window or passage in a wall; `offset` runs along the wall from its `a` to the opening's centre. */
const schema = fields({
  id: idOf('opening'),
  ...placedShape,
  wall: idOf('wall'),
  offset: distance,
  width: positiveLength,
  height: positiveLength,
  sill: distance,
  type: oneOf(openingTypes),
  hinge: oneOf(['a', 'b']),
  swing: oneOf(['left', 'right']),
  open: flag(),
});

const defaults = {
  ...placedDefaults,
  width: 0.91,
  height: 2.1,
  sill: 0,
  type: 'door',
  hinge: 'a',
  swing: 'left',
  open: false,
} as const;

/** Width, height and sill that a new opening of each type starts with, metres. */
export const openingSizes = {
  door: { width: 0.91, height: 2.1, sill: 0 },
  'double-door': { width: 1.82, height: 2.1, sill: 0 },
  'sliding-door': { width: 1.8, height: 2.1, sill: 0 },
  window: { width: 1.2, height: 1.2, sill: 0.9 },
  'garage-door': { width: 2.75, height: 2.4, sill: 0 },
  passage: { width: 1.2, height: 2.1, sill: 0 },
} as const;

export const openingKind = {
  schema,
  defaults,
  relations: {
    ...placed,
    wall: {
      holds: 'name',
      to: ['wall'],
      onMove: 'is-placed-by-it',
      onDelete: 'goes',
      onCopy: 'comes',
      onFloor: 'comes',
      without: 'cannot-be',
      beside: 'keeps',
      isShown: 'with-each',
      looksBy: true,
    },
  },
  geometry: own,
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: null,
} as const;
