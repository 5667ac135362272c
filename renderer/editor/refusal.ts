import type { OperationRefusal } from '../../core/operations/refusal.ts';
import type { CommitRefusal } from './plan-gauge.ts';
import type { UndoRefusal } from './undo-steps.ts';

/** What tools and commands refuse by themselves, before an operation is asked. */
type OwnRefusal =
  // The layer that is worked on is not seen, or locked.
  | 'layer-hidden'
  | 'layer-off-sheet'
  | 'layer-locked'
  // Nothing that the tool works on is at the pointer.
  | 'no-wall-here'
  | 'no-edge-here'
  | 'no-arc-here'
  | 'no-surface-here'
  | 'no-underlay'
  | 'no-sheet-chosen'
  | 'nothing-here'
  // What was typed says too little.
  | 'no-direction'
  | 'no-length'
  | 'type-distance'
  // What was drawn is too little.
  | 'too-few-points'
  | 'too-few-corners'
  | 'no-area'
  | 'no-room'
  | 'no-template'
  // Of what was placed, some was left out.
  | 'template-in-part';

/** Why something that a person asked for is not done: of every operation, of the editor, of tools and commands. */
export type Refusal = OperationRefusal | CommitRefusal | UndoRefusal | OwnRefusal;
