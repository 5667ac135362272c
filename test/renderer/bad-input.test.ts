import { describe, expect, test } from 'vitest';
import { writeClipboard } from '../../core/codec/clipboard.ts';
import { samePlan } from '../../core/plan/diff.ts';
import type { Fragment } from '../../core/plan/parts/fragment.ts';
import { recordCount } from '../../core/plan/plan.ts';
import { takeTyped } from '../../renderer/canvas/typing/take-typed.ts';
import { clipboardCommands } from '../../renderer/commands/clipboard.ts';
import type { CommandScope } from '../../renderer/commands/command.ts';
import { sentenceOf } from '../../renderer/messages/refusals.ts';
import { text } from '../../renderer/messages/text.ts';
import { tryChange } from '../../renderer/panels/inspector/try-change.ts';
import { driver, type EditorDriver } from '../support/editor-driver.ts';
import { granted, record, testId } from '../support/plan-builder.ts';

/** Pastes a text as the key does, and gives back what the window said. */
async function paste({ editor }: EditorDriver, clipboard: string): Promise<readonly string[]> {
  const said: string[] = [];
  const app = {
    pointerAt: () => null,
    tell: (sentence: string) => void said.push(sentence),
    readClipboard: async () => ({ ok: true, value: { text: clipboard } }),
  };
  clipboardCommands.find(({ id }) => id === 'edit.paste')?.run({ editor, app } as unknown as CommandScope);
  // The clipboard is asked first: the paste comes after it has answered.
  await new Promise((resolve) => setTimeout(resolve));
  return said;
}

const copied = (fragment: Partial<Fragment>) =>
  granted(writeClipboard({ records: [], ground: [], groups: [], ...fragment }));

describe('drawn badly', () => {
  test('an outline that crosses itself is refused in a sentence, and its corners wait to be mended', () => {
    const drawn = driver('draw-area').click(0, 0).click(6, 3).click(6, 0).click(0, 2).key('Enter');
    expect([drawn.refusal, drawn.all('area'), drawn.undoDepth]).toEqual(['crosses-itself', [], 0]);
  });

  test('a corner that is drawn across the outline leaves it as it was', () => {
    const square = record('area');
    const drawn = driver('select', [square]).select(square.id).drag([10, 10], [-3, 5]);
    expect([drawn.refusal, drawn.undoDepth]).toEqual(['crosses-itself', 0]);
    expect(drawn.only('area')).toEqual(square);
  });

  test('a corner that is put onto the next one leaves its outline as it was', () => {
    const square = record('area');
    const drawn = driver('select', [square]).select(square.id).drag([10, 10], [0, 10]);
    expect([drawn.refusal, drawn.undoDepth]).toEqual(['side-without-length', 0]);
  });

  test('a wall, fence or road without length is not drawn', () => {
    expect(driver('draw-wall').click(1, 1).click(1, 1).key('Enter').all('wall')).toEqual([]);
    expect(driver('draw-fence').click(1, 1).click(1, 1).key('Enter').all('fence')).toEqual([]);
    expect(driver('draw-road').click(1, 1).click(1, 1).key('Enter').all('road')).toEqual([]);
  });

  test('a wall on a wall is refused, also when one is moved onto the other', () => {
    const [low, high] = [record('wall'), record('wall', { id: 2, a: { x: 0, y: 3 }, b: { x: 10, y: 3 } })];
    const drawn = driver('draw-wall', [low]).click(2, 0).click(8, 0);
    expect([drawn.refusal, drawn.undoDepth]).toEqual(['covers-existing-wall', 0]);
    const moved = driver('select', [low, high]).drag([5, 3], [5, 0]);
    expect([moved.refusal, moved.undoDepth]).toEqual(['covers-existing-wall', 0]);
  });

  test('a door wider than its wall is refused where it is placed and where it is typed', () => {
    const [short, long] = [record('wall', { b: { x: 0.3, y: 0 } }), record('wall', { id: 2 })];
    const drawn = driver('place-opening', [short]).click(0.15, 0);
    expect([drawn.refusal, drawn.undoDepth]).toEqual(['does-not-fit', 0]);
    const door = record('opening', { wall: long.id });
    const { editor } = driver('select', [long, door]);
    expect(tryChange(editor.plan, [door], { width: 10.5 })).toEqual({
      ok: false,
      error: sentenceOf('opening-does-not-fit'),
    });
  });
});

describe('typed badly', () => {
  const type = (drawn: EditorDriver, length: string) =>
    takeTyped(drawn.editor, { length, angle: null }, { mode: 'polar', unit: 'm' });

  test.each([
    ['1e400', text('canvas.notALength')],
    ['10000000', text('canvas.tooLarge')],
    ['10000000,0', text('canvas.tooLarge')],
    ['0', sentenceOf('no-length')],
    ['ten', text('canvas.notALength')],
  ])('%s as the length of a wall gets a sentence, and the wall is still being drawn', (typed, sentence) => {
    const drawn = driver('draw-wall').click(0, 0).move(3, 0);
    expect(type(drawn, typed)).toBe(sentence);
    expect([drawn.all('wall'), drawn.undoDepth]).toEqual([[], 0]);
    expect(type(drawn, '2.5')).toBeNull();
    expect(drawn.only('wall').b).toEqual({ x: 2.5, y: 0 });
  });

  test('a coordinate of ten thousand kilometres or without end in the inspector says how far a plan reaches', () => {
    const camera = record('camera');
    const { editor } = driver('select', [camera]);
    for (const x of [1e7, Number.POSITIVE_INFINITY, Number.NaN]) {
      const answer = tryChange(editor.plan, [camera], { at: { x, y: 0 } });
      expect(answer).toEqual({ ok: false, error: expect.stringMatching(/^[A-Z].*\.$/) });
    }
  });

  test('a tag that another record has is refused with the name of that record', () => {
    const [one, two] = [record('camera', { tag: 'C-01' }), record('camera', { id: 2, tag: 'C-02' })];
    const { editor } = driver('select', [one, two]);
    const answer = tryChange(editor.plan, [two], { tag: 'C-01' });
    expect(answer).toEqual({ ok: false, error: expect.stringContaining('C-01') });
  });
});

describe('pasted badly', () => {
  const own = record('post', { id: 9 });

  test.each([
    ['nothing', ''],
    ['a sentence', 'Meet at the north gate'],
    ['another program', '{"type":"excalidraw/clipboard","elements":[{"type":"rectangle"}]}'],
    ['a table', 'tag\tx\ty\nC-01\t1\t2'],
    ['half of ours', copied({ records: [own] }).slice(0, 90)],
    ['ours with 1e400 in it', copied({ records: [own] }).replace('"x":0', '"x":1e400')],
  ])('%s is refused in one sentence and changes nothing', async (_, clipboard) => {
    const drawn = driver('select', [own]);
    const { plan } = drawn.editor;
    const said = await paste(drawn, clipboard);
    expect(said).toEqual([expect.stringMatching(/^The clipboard .*\.$/)]);
    expect([drawn.undoDepth, drawn.editor.plan]).toEqual([0, plan]);
  });

  test('a group of groups a hundred deep is refused and changes nothing', async () => {
    const groups = Array.from({ length: 100 }, (_, index) =>
      record('group', { id: index + 1, parent: index === 0 ? null : testId('group', index) }),
    );
    const drawn = driver();
    const records = [record('post', { group: testId('group', 100) })];
    expect(await paste(drawn, copied({ records, groups }))).toEqual([sentenceOf('groups-too-deep')]);
    expect(drawn.undoDepth).toBe(0);
  });

  test('a door without its wall is left out, and that is said', async () => {
    const drawn = driver();
    const door = record('opening');
    expect(await paste(drawn, copied({ records: [door] }))).toEqual([sentenceOf('openings-need-walls')]);
    expect(drawn.undoDepth).toBe(0);
    expect(await paste(drawn, copied({ records: [door, own] }))).toEqual([
      text('paste.openingsLeft', { count: 1 }),
    ]);
    expect([drawn.all('opening'), drawn.all('post').length, drawn.undoDepth]).toEqual([[], 1, 1]);
  });

  test('5,000 records are one step, taken back as a whole', async () => {
    const records = Array.from({ length: 5000 }, (_, index) =>
      record('camera', { id: index + 1, tag: `C-${index + 1}`, at: { x: index % 100, y: index / 100 } }),
    );
    const drawn = driver('select', [own]);
    const { plan } = drawn.editor;
    expect(await paste(drawn, copied({ records }))).toEqual([]);
    expect([recordCount(drawn.editor.plan), drawn.undoDepth]).toEqual([recordCount(plan) + 5000, 1]);
    expect(drawn.selected.length).toBe(5000);
    drawn.editor.travel('undo');
    expect(samePlan(drawn.editor.plan, plan)).toBe(true);
  });
});
