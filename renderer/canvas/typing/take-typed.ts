import { distanceBetween } from '../../../core/geometry/point.ts';
import { moveWithJoints } from '../../../core/operations/walls/move-with-joints.ts';
import type { DisplayUnit } from '../../../core/quantity.ts';
import { pointOfPlace, type TypedPlace } from '../../../core/typed-place.ts';
import { measuredFrom } from '../../editor/aim.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Hold } from '../../editor/tool.ts';
import { meaningOf, type TypedTexts } from '../../editor/typed-fields.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { isMessageKey, text } from '../../messages/text.ts';
import type { TypingMode } from './typing-mode.ts';

/** Does what was typed; the sentence that says why not, or null when it is done. */
export function takeTyped(
  editor: Editor,
  texts: TypedTexts,
  { mode, unit }: { readonly mode: TypingMode; readonly unit: DisplayUnit },
): string | null {
  const meaning = meaningOf(texts, unit);
  if (!meaning.ok) return text(refusalKey(meaning.error));
  const { value } = meaning;
  if (value.type === 'place') {
    if (mode === 'length') return text('canvas.notALength');
    return mode === 'shift' ? shift(editor, value.place) : press(editor, value.place);
  }
  if (mode === 'place' || mode === 'shift') return text('canvas.notAPlace');
  return mode === 'length' ? giveLength(editor, value.hold) : takeParts(editor, value.hold);
}

function refusalKey({ field, reason }: { readonly field: string; readonly reason: string }): MessageKey {
  if (reason === 'too-large') return 'canvas.tooLarge';
  if (reason === 'not-positive') return 'refusal.no-length';
  if (reason === 'not-a-place') return 'canvas.notAPlace';
  return field === 'angle' || reason === 'not-an-angle' ? 'canvas.notAnAngle' : 'canvas.notALength';
}

/** What the armed tool refused, in words. */
function refusalOf({ tool }: Editor): string | null {
  const { refusal } = tool;
  return refusal && isMessageKey(refusal) ? text(refusal) : refusal;
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
  const moved = moveWithJoints(editor.plan, editor.selection, by);
  const refused = moved.ok ? editor.commit({ label: 'edit.move', diff: moved.value }) : moved.error;
  if (refused !== null) {
    const key = `refusal.${refused}`;
    return isMessageKey(key) ? text(key) : refused;
  }
  editor.dispatch({ type: 'act', act: { type: 'show-distances' } });
  return null;
}
