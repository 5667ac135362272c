import { distanceBetween } from '../../../core/geometry/point.ts';
import { moveWithJoints } from '../../../core/operations/walls/move-with-joints.ts';
import type { DisplayUnit } from '../../../core/quantity.ts';
import { pointOfPlace, type TypedPlace } from '../../../core/typed-place.ts';
import { measuredFrom } from '../../editor/aim.ts';
import { commitResult } from '../../editor/commit-result.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Hold } from '../../editor/tool.ts';
import {
  type Asked,
  fieldWays,
  meaningOf,
  type TypedTexts,
  type TypingRefusal,
} from '../../editor/typed-fields.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { severalMeanings } from '../../messages/several-meanings.ts';
import { text } from '../../messages/text.ts';
import type { TypingMode } from './typing-mode.ts';

/** Where only a length is asked for, what would be a place elsewhere is none. */
export const askedIn = (mode: TypingMode): Asked => (mode === 'length' ? 'length' : 'point');

/** Does what was typed; the sentence that says why not, or null when it is done. */
export function takeTyped(
  editor: Editor,
  texts: TypedTexts,
  { mode, unit }: { readonly mode: TypingMode; readonly unit: DisplayUnit },
): string | null {
  const asked = askedIn(mode);
  const meaning = meaningOf(texts, unit, asked);
  if (!meaning.ok) {
    const { field, reason } = meaning.error;
    if (reason !== 'unclear') return typingSentence(reason);
    return severalMeanings(texts[field] ?? '', fieldWays(texts, field, { unit, asked }));
  }
  const { value } = meaning;
  if (value.type === 'place')
    return mode === 'shift' ? shift(editor, value.place) : press(editor, value.place);
  if (mode === 'place' || mode === 'shift') return text('canvas.notAPlace');
  return mode === 'length' ? giveLength(editor, value.hold) : takeParts(editor, value.hold);
}

type PlainReason = Exclude<TypingRefusal['reason'], 'unclear'>;

const typing: { readonly [R in Exclude<PlainReason, 'not-positive'>]: MessageKey } = {
  'too-large': 'canvas.tooLarge',
  'not-a-place': 'canvas.notAPlace',
  'not-an-angle': 'canvas.notAnAngle',
  'not-a-length': 'canvas.notALength',
  // A part of a place that is missing.
  empty: 'canvas.notALength',
};

function typingSentence(reason: PlainReason): string {
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
