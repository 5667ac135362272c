import { fields, idOf, list, nullable, number, oneOf, single } from '../../records/schemas.ts';
import {
  angle,
  distance,
  floorId,
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

const share = number(0, 1);
const side = number(0.01, 1);

/**
 * Where on the field of a sheet a viewport lies, as shares of the field's sides from its upper left corner; what
 * reaches beyond the field is cut there.
 */
const frame = fields({ left: share, top: share, width: side, height: side });

export const coverageViews = ['levels', 'blind-spots', 'overlap'] as const;
export const coverageLights = ['day', 'night'] as const;

/** What is shown of what cameras see: of what by which light, at which height above the floor. */
export const coverageSchema = fields({
  view: oneOf(coverageViews),
  targetHeight: distance,
  light: oneOf(coverageLights),
});

/** A part of a sheet: what of the plan it shows, at 1 : `scale`, `centre` in the middle of its frame. */
export const viewportSchema = fields({
  frame,
  scale: number(1, 1_000_000),
  centre: point,
  rotation: angle,
  floor: floorId,
  /** Layers shown; null shows all that print. */
  layers: nullable(list(layerId, 0, 1000)),
  /** Whether what is there today is shown, what is proposed, or both. */
  states: oneOf(stateViews),
  /** What is shown of what cameras see; null for nothing. */
  coverage: nullable(coverageSchema),
});

/** One page to print: its paper, and the viewport that fills it. */
const schema = fields({
  id: idOf('sheet'),
  ...structureShape,
  number: label,
  paper: oneOf(paperNames),
  orientation: oneOf(['landscape', 'portrait']),
  viewports: single(viewportSchema),
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
  coverage: { view: 'levels', targetHeight: 0, light: 'day' },
} as const;

export const sheetKind = {
  schema,
  defaults,
  relations: { viewports: { ...ground, holds: 'within', to: ['floor', 'layer'] } },
  geometry: own,
  hit: 'shape',
  cutting: null,
  isGauged: false,
  tags: null,
} as const;
