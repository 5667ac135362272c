import { z } from '../../schema.ts';
import { angle, deviceDefaults, deviceShape, idOf, name, paragraph, point } from './parts/fields.ts';
import { atPlace, turning } from './parts/geometry.ts';
import { placed } from './parts/relation.ts';

export const postTypes = ['fixed', 'booth', 'vehicle'] as const;

const schema = z.strictObject({
  id: idOf('post'),
  ...deviceShape,
  at: point,
  direction: angle,
  type: z.enum(postTypes),
  hours: name,
  staff: z.number().int().min(0).max(1000),
  orders: paragraph,
});

const defaults = {
  ...deviceDefaults,
  direction: 0,
  type: 'fixed',
  hours: '24 h',
  staff: 1,
  orders: '',
} as const;

export const postKind = {
  schema,
  defaults,
  relations: placed,
  geometry: turning(atPlace()),
  hit: 'shape',
  tags: { prefix: 'GP', digits: 1 },
} as const;
