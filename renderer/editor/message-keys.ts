import type { PlacedKind } from '../../core/plan/kinds/index.ts';

/**
 * The message keys that the editor and its tools say besides the first hint of each tool and the name of the undo
 * step by which each kind is added: further hints, and the names of other steps.
 */
export const messageKeys = [
  'hint.frame-sheet.framing',
  'hint.select.moving',
  'hint.select.boxing',
  'hint.select.corner',
  'hint.select.distances',
  'hint.select.reshaping',
  'hint.select.rotating',
  'hint.draw-wall.next',
  'hint.place-sensor.line',
  'hint.aiming',
  'hint.place-dimension.angle',
  'hint.place-dimension.radius',
  'hint.place-dimension.area',
  'hint.place-dimension.coordinate',
  'hint.place-dimension.next',
  'hint.place-dimension.chain',
  'hint.place-dimension.line',
  'hint.place-callout.words',
  'hint.calibrate.second',
  'hint.calibrate.distance',
  'hint.measure.second',
  'hint.measure.distance-first',
  'hint.measure.path-first',
  'hint.measure.area-first',
  'hint.measure.angle-first',
  'hint.measure.path',
  'hint.measure.area',
  'hint.measure.angle',
  'hint.measure.measured',
  'hint.outline.next',
  'hint.outline.rectangle',
  'hint.path.next',
  'hint.span.next',
  'edit.remove.wall',
  'edit.move',
  'edit.rotate',
  'edit.moveSheet',
  'edit.scaleSheet',
  'edit.reshape',
  'edit.addCorner',
  'edit.removeCorner',
  'edit.split',
  'edit.calibrate',
  'edit.match',
  'edit.template',
] as const;

/** The kinds that tools add. */
export type AddedKind = Exclude<PlacedKind, 'underlay'>;

/** What a tool says first stands under its own name. */
type FirstHint =
  | `hint.${'draw' | 'place'}-${string}`
  | 'hint.select'
  | 'hint.measure'
  | 'hint.calibrate'
  | 'hint.frame-sheet'
  | 'hint.match-properties';

export type HintKey = Extract<(typeof messageKeys)[number], `hint.${string}`> | FirstHint;
export type EditorMessageKey = (typeof messageKeys)[number] | HintKey | `edit.add.${AddedKind}`;
