import { z } from '../../../schema.ts';
import { angle, deviceDefaults, deviceShape, idOf, name, paragraph, point } from '../fields.ts';

export const postTypes = ['fixed', 'booth', 'vehicle'] as const;

export const postSchema = z.strictObject({
  id: idOf('post'),
  ...deviceShape,
  at: point,
  direction: angle,
  type: z.enum(postTypes),
  hours: name,
  staff: z.number().int().min(0).max(1000),
  orders: paragraph,
});

export const postDefaults = {
  ...deviceDefaults,
  direction: 0,
  type: 'fixed',
  hours: '24 h',
  staff: 1,
  orders: '',
} as const;
