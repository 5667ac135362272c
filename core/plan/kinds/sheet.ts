import { z } from '../../schema.ts';
import {
  angle,
  floorId,
  idOf,
  label,
  layerId,
  point,
  stateViews,
  structureDefaults,
  structureShape,
} from './parts/fields.ts';
import { own } from './parts/geometry.ts';
import { ground } from './parts/relation.ts';

export const paperNames = [
  'A4',
  'A3',
  'A2',
  'A1',
  'A0',
  'ANSI A',
  'ANSI B',
  'ANSI C',
  'ANSI D',
  'ANSI E',
  'ARCH A',
  'ARCH B',
  'ARCH C',
  'ARCH D',
  'ARCH E',
  'ARCH E1',
] as const;

/** One page to print: what it shows, on which paper, at 1 : `scale`. */
const schema = z.strictObject({
  id: idOf('sheet'),
  ...structureShape,
  number: label,
  paper: z.enum(paperNames),
  orientation: z.enum(['landscape', 'portrait']),
  scale: z.number().min(1).max(1_000_000),
  centre: point,
  rotation: angle,
  floor: floorId,
  /** Layers shown; null shows all that print. */
  layers: z.array(layerId).max(1000).nullable(),
  /** Whether what is there today is shown, what is proposed, or both. */
  states: z.enum(stateViews),
});

const defaults = {
  ...structureDefaults,
  number: '',
  paper: 'A3',
  orientation: 'landscape',
  scale: 500,
  rotation: 0,
  layers: null,
  states: 'both',
} as const;

export const sheetKind = {
  schema,
  defaults,
  relations: { floor: { ...ground, to: ['floor'] }, layers: { ...ground, holds: 'names', to: ['layer'] } },
  geometry: own,
  hit: 'shape',
  tags: null,
} as const;
