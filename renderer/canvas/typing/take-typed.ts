import { distanceBetween } from '../../../core/geometry/point.ts';
import { moveWithJoints } from '../../../core/operations/walls/move-with-joints.ts';
import type { DisplayUnit } from '../../../core/quantity.ts';
import { pointOfPlace, type TypedPlace } from '../../../core/typed-place.ts';
import { measuredFrom } from '../../editor/aim.ts';
import { commitResult } from '../../editor/commit-result.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Hold } from '../../editor/tool.ts';
import { meaningOf, type TypedTexts, type TypingRefusal } from '../../editor/typed-fields.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { text } from '../../messages/text.ts';
import type { TypingMode } from './typing-mode.ts';

/** Does what was typed; the sentence that says why not, or null when it is done. */
export function takeTyped(
  editor: Editor,
  texts: TypedTexts,
  { mode, unit }: { readonly mode: TypingMode; readonly unit: DisplayUnit },
): string | null {
  const meaning = meaningOf(texts, unit);
  if (!meaning.ok) return typingSentence(meaning.error);
  const { value } = meaning;
  if (value.type === 'place') {
    if (mode === 'length') return text('canvas.notALength');
    return mode === 'shift' ? shift(editor, value.place) : press(editor, value.place);
  }
  if (mode === 'place' || mode === 'shift') return text('canvas.notAPlace');
  return mode === 'length' ? giveLength(editor, value.hold) : takeParts(editor, value.hold);
}

const typing: { readonly [R in Exclude<TypingRefusal['reason'], 'not-positive'>]: MessageKey } = {
  'too-large': 'canvas.tooLarge',
  'not-a-place': 'canvas.notAPlace',
  'not-an-angle': 'canvas.notAnAngle',
  'not-a-length': 'canvas.notALength',
  // A part of a place that is missing.
  empty: 'canvas.notALength',
};

function typingSentence({ reason }: TypingRefusal): string {
  return reason === 'not-positive' ? sentenceOf('no-length') : text(typing[reason]);
}

/** What the armed tool refused, in words. */
function refusalOf({ tool }: Editor): string | null {
  return tool.refusal && sentenceOf(tool.refusal);
}

function press(editor: Editor, place: TypedPlace): string | null {
  editor.dispatch({ type: 'place', place });
  return refusalOf(editor);
}

function giveLength(editor: Editor, { length }: Hold): string | null {
  if (length === null) return text('canvas.notALength');
  editor.dispatch({ type: 'length', length });
  return refusalOf(editor);
}

function takeParts(editor: Editor, hold: Hold): string | null {
  editor.dispatch({ type: 'hold', ...hold });
  const measure = editor.preview?.measure;
  if (!measure) return null;
  const from = measuredFrom(measure);
  if (hold.length !== null && hold.angle !== null) {
    return press(editor, { type: 'polar', length: hold.length, angle: hold.angle });
  }
  const isHeld = hold.length === null || Math.abs(distanceBetween(from, measure.at) - hold.length) < 0.002;
  // A tool that does not go by the held parts, or has no direction yet, answers the length by itself.
  if (!isHeld && hold.length !== null) return giveLength(editor, hold);
  return press(editor, { type: 'absolute', ...measure.at });
}

function shift(editor: Editor, place: TypedPlace): string | null {
  if (place.type === 'absolute') return text('canvas.notAShift');
  const by = pointOfPlace(place, { x: 0, y: 0 });
  if (editor.preview?.corner) {
    editor.dispatch({ type: 'act', act: { type: 'move-corner', by } });
    return refusalOf(editor);
  }
  const result = moveWithJoints(editor.plan, editor.selection, by);
  const refused = commitResult(editor, { label: 'edit.move', result });
  if (refused !== null) return sentenceOf(refused);
  editor.dispatch({ type: 'act', act: { type: 'show-distances' } });
  return null;
}
