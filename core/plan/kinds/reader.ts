import { fields, idOf, idOfAny, nullable, oneOf } from '../../records/schemas.ts';
import { angle, deviceDefaults, deviceShape, point } from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { by, placed } from './parts/relation.ts';

export const readerTypes = ['card', 'keypad', 'biometric', 'intercom', 'request-to-exit'] as const;

/** What a person presents or presses at a way through; `direction` is where that person stands. */
const schema = fields({
  id: idOf('reader'),
  ...deviceShape,
  at: point,
  direction: angle,
  type: oneOf(readerTypes),
  /** The opening or gate that it lets people through, or null. */
  controls: nullable(idOfAny(['opening', 'gate'])),
});

const defaults = { ...deviceDefaults, direction: 0, type: 'card', controls: null } as const;

export const readerKind = {
  schema,
  defaults,
  relations: { ...placed, controls: { ...by, to: ['opening', 'gate'] } },
  geometry: turning(atPlace()),
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: {
    prefixes: {
      card: 'CR',
      keypad: 'KP',
      biometric: 'BR',
      intercom: 'INT',
      'request-to-exit': 'RX',
    } satisfies Readonly<Record<(typeof readerTypes)[number], string>>,
    digits: 1,
  },
} as const;
