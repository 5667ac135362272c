import type { PlacedKind } from '../../core/plan/kinds/index.ts';
import type { PlainDevice } from '../editor/gestures/plain-device.ts';
import type { ToolIcon } from '../editor/tools/index.ts';
import type { FieldsOfKind } from './parts/field-forms.ts';

/** The words of a tool that places what all devices at a place do, its key and what is drawn of its icon. */
export type PlainTool = {
  readonly title: string;
  /** What to do first. */
  readonly hint: string;
  readonly shortcut: string | null;
  readonly icon: ToolIcon;
};

/** What a kind of record is in the window: what it is called, what can be typed of it, how it is placed. */
export type KindWindow<K extends PlacedKind = PlacedKind> = {
  readonly kind: K;
  /** Its name, and that of the undo step by which one is added; null where no tool adds one. */
  readonly words: { readonly name: string; readonly add: string | null };
  /** What the inspector shows, besides the fields of all kinds and the corners. */
  readonly fields: FieldsOfKind<K>;
  /** Of a device at a place without a tool of its own; null for what has one. */
  readonly tool: K extends PlainDevice ? PlainTool : null;
};
