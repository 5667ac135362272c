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

const share = z.number().min(0).max(1);
const side = z.number().min(0.01).max(1);

/**
 * Where on the field of a sheet a viewport lies, as shares of the field's sides from its upper left corner; what
 * reaches beyond the field is cut there.
 */
const frame = z.strictObject({ left: share, top: share, width: side, height: side });

/** A part of a sheet: what of the plan it shows, at 1 : `scale`, `centre` in the middle of its frame. */
export const viewportSchema = z.strictObject({
  frame,
  scale: z.number().min(1).max(1_000_000),
  centre: point,
  rotation: angle,
  floor: floorId,
  /** Layers shown; null shows all that print. */
  layers: z.array(layerId).max(1000).nullable(),
  /** Whether what is there today is shown, what is proposed, or both. */
  states: z.enum(stateViews),
});

/** One page to print: its paper, and the viewport that fills it. */
const schema = z.strictObject({
  id: idOf('sheet'),
  ...structureShape,
  number: label,
  paper: z.enum(paperNames),
  orientation: z.enum(['landscape', 'portrait']),
  viewports: z.tuple([viewportSchema]),
});

const defaults = {
  ...structureDefaults,
  number: '',
  paper: 'A3',
  orientation: 'landscape',
} as const;

/** What a viewport is where nobody has said otherwise. */
export const viewportDefaults = {
  frame: { left: 0, top: 0, width: 1, height: 1 },
  scale: 500,
  rotation: 0,
  layers: null,
  states: 'both',
} as const;

export const sheetKind = {
  schema,
  defaults,
  relations: { viewports: { ...ground, holds: 'within', to: ['floor', 'layer'] } },
  geometry: own,
  hit: 'shape',
  tags: null,
} as const;
