import type { Point } from '../../../core/geometry/point.ts';
import { getRecord } from '../../../core/plan/plan.ts';
import type { CursorStride, DrawingCursor } from '../../editor/drawing-cursor.ts';
import type { Editor } from '../../editor/editor.ts';
import { RecordWalk } from '../../editor/record-walk.ts';
import { type ScreenPoint, toPlan } from '../../editor/viewport.ts';
import { recordPlaceSentence } from '../../hooks/record-place.ts';

const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

type Surroundings = {
  readonly editor: Editor;
  readonly cursor: DrawingCursor;
  readonly pointerAt: () => ScreenPoint | null;
  readonly say: (sentence: string) => void;
};

/**
 * The keys of the focused drawing that need no pointer: arrows move the cursor (Shift ten steps, Ctrl a
 * tenth), Space and Enter click there, Tab goes through the records by distance.
 *
 * With the select tool and something selected the arrows stay with the selection.
 */
export class CursorKeys {
  readonly #parts: Surroundings;
  readonly #walk: RecordWalk;

  constructor(parts: Surroundings) {
    this.#parts = parts;
    this.#walk = new RecordWalk(parts.editor);
  }

  readonly press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.metaKey) return;
    if (this.#steer(event) || this.#click(event) || this.#goOn(event)) {
      event.preventDefault();
    }
  };

  #steer(event: KeyboardEvent): boolean {
    const { editor, cursor } = this.#parts;
    const by = arrows[event.key];
    if (!by || event.altKey || (editor.tool.id === 'select' && editor.selection.size > 0)) return false;
    const stride: CursorStride = event.shiftKey ? 'large' : event.ctrlKey ? 'fine' : 'step';
    cursor.move(by, stride, this.#start());
    return true;
  }

  #click(event: KeyboardEvent): boolean {
    const { editor, cursor } = this.#parts;
    if (!cursor.at || event.ctrlKey || event.repeat) return false;
    // In the middle of a line Enter ends it, as it does with the pointer.
    const isDrafting = Boolean(editor.preview?.measure);
    if (event.key !== ' ' && (event.key !== 'Enter' || isDrafting)) return false;
    cursor.press({ shift: event.shiftKey, alt: event.altKey });
    return true;
  }

  #goOn(event: KeyboardEvent): boolean {
    const { editor, say } = this.#parts;
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || editor.preview?.measure) return false;
    const from = this.#start();
    const id = this.#walk.next(from, event.shiftKey ? -1 : 1);
    const record = id && getRecord(editor.plan, id);
    if (!record) return false;
    if (editor.tool.id !== 'select') editor.setTool('select');
    editor.select([id]);
    say(recordPlaceSentence(record, editor.plan, from));
    return true;
  }

  #start(): Point {
    const { editor, cursor, pointerAt } = this.#parts;
    const pointer = pointerAt();
    return cursor.at ?? (pointer ? toPlan(editor.viewport, pointer) : editor.viewport.centre);
  }
}
