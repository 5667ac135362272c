import { describe, expect, test } from 'vitest';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { commands } from '../../../renderer/commands/index.ts';
import { menuItems } from '../../../renderer/commands/menu-items.ts';
import { onPossibleChange } from '../../../renderer/commands/use-why-not.ts';
import { whyNotMessages } from '../../../renderer/messages/why-not.ts';
import { driver, type EditorDriver } from '../../support/editor-driver.ts';
import { record } from '../../support/plan-builder.ts';

type Ids = readonly string[];

/** The commands that cannot be run now, by the reason that each of them gives. */
function impossible({ editor }: EditorDriver): Readonly<Record<string, Ids>> {
  const found: Record<string, Ids> = {};
  for (const { id, whyNot } of commands) {
    const why = whyNot({ editor });
    if (why !== null) found[whyNotMessages[why]] = [...(found[whyNotMessages[why]] ?? []), id];
  }
  return found;
}

/** The reasons of some commands alone. */
function reasonsOf(app: EditorDriver, ...ids: Ids): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    ids.map((id) => {
      const why = commands.find((command) => command.id === id)?.whyNot(app) ?? null;
      return [id, why && whyNotMessages[why]];
    }),
  );
}

const path = [
  { x: 0, y: 0 },
  { x: 9, y: 0 },
];
const fence = record('fence', { path });
const otherFence = record('fence', { id: 2, path: path.map(({ x }) => ({ x, y: 5 })) });
const post = record('post');
const camera = record('camera', { at: { x: 5, y: 15 } });
const otherPost = record('post', { id: 2, at: { x: 3, y: 3 } });
const wall = record('wall', { a: { x: 0, y: 8 }, b: { x: 9, y: 8 } });
const area = record('area', {
  ring: [
    { x: 0, y: 20 },
    { x: 9, y: 20 },
    { x: 9, y: 26 },
  ],
});
const upper = record('floor', { id: 2, name: 'Upper', order: 1, elevation: 3 });
const sheet = record('sheet', { number: 'S-01' });
const picture = record('underlay', { widthPx: 100, heightPx: 100 });

const orders = ['front', 'forward', 'backward', 'back'].map((way) => `edit.order.${way}`);
const states = ['existing', 'deficient', 'proposed', 'removed'].map((state) => `edit.state.${state}`);
const nudges = ['Left', 'Right', 'Up', 'Down'].map((way) => `edit.nudge${way}`);
const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'].map((way) => `modify.align.${way}`);

test('in an empty plan every command that has nothing to work on says what is missing', () => {
  expect(impossible(driver())).toEqual({
    'There is nothing to undo.': ['edit.undo'],
    'There is nothing to redo.': ['edit.redo'],
    'Nothing is selected.': [
      ...['edit.cut', 'edit.copy', 'edit.duplicate', 'edit.delete', 'edit.selectNone'],
      ...['edit.rotateLeft', 'edit.rotateRight', 'edit.lock', ...nudges, 'edit.ungroup', 'edit.saveTemplate'],
      ...[...orders, ...states, 'edit.setPhase', 'edit.moveToLayer'],
      ...['modify.mirrorLeftRight', 'modify.mirrorUpDown', 'modify.placeAlong', 'modify.bollardsAlong'],
      ...['modify.arrayAlong', 'modify.arrayGrid', 'modify.arrayAround', 'modify.offset', 'modify.fillet'],
      ...['modify.mirrorOver', 'modify.fit', 'modify.renumber', 'modify.nextCorner', 'modify.previousCorner'],
      ...['modify.addCorner', 'modify.distances', 'view.fitSelection'],
    ],
    'Fewer than two records are selected.': ['edit.group', ...alignments, 'modify.join'],
    'Fewer than three records are selected.': ['modify.distribute.x', 'modify.distribute.y'],
    'No corner is chosen.': ['modify.removeCorner'],
    'No coverage zone is selected.': ['edit.suggestCameras'],
    'The plan has only one floor.': [
      ...['edit.copyToFloor', 'edit.copyFloor', 'edit.moveToFloor'],
      ...['view.floorUp', 'view.floorDown'],
    ],
    'Select one camera first.': ['view.coverage.alone'],
    'The plan has no sheets.': ['file.export.pdf-set', 'view.nextSheet'],
    'The plan has no cameras.': ['file.export.camera-sheet'],
    'No sheet is chosen.': ['view.noSheet', 'tool.frame-sheet'],
    'This floor has no picture.': ['tool.calibrate'],
  });
});

test('where all of it is there, every command can be run but those that stand against each other', () => {
  const app = driver('select', [
    wall,
    fence,
    post,
    camera,
    area,
    upper,
    sheet,
    { ...sheet, id: 'sheet:2' },
    picture,
  ]);
  app.select(fence.id, post.id, wall.id);
  app.editor.show({ lens: { sheet: sheet.id } });
  expect(impossible(app)).toEqual({
    'There is nothing to undo.': ['edit.undo'],
    'There is nothing to redo.': ['edit.redo'],
    'More than one line is selected.': ['modify.placeAlong', 'modify.bollardsAlong', 'modify.arrayAlong'],
    'More than one record is selected.': [
      ...['modify.nextCorner', 'modify.previousCorner', 'modify.addCorner', 'modify.distances'],
    ],
    'No corner is chosen.': ['modify.removeCorner'],
    'No coverage zone is selected.': ['edit.suggestCameras'],
    'No floor lies beneath this one.': ['view.floorDown'],
    'Select one camera first.': ['view.coverage.alone'],
  });
});

describe('the nearest reason that is known', () => {
  test('of what goes along a line', () => {
    const ids = ['modify.placeAlong', 'modify.bollardsAlong', 'modify.arrayAlong', 'modify.offset'];
    const of = (...selected: readonly AnyId[]) =>
      Object.values(
        reasonsOf(driver('select', [fence, otherFence, post, otherPost]).select(...selected), ...ids),
      );
    const noLine = 'No wall, fence or other line is selected.';
    expect(of(post.id)).toEqual([noLine, noLine, noLine, noLine]);
    const alone = 'Nothing is selected besides the line.';
    expect(of(fence.id)).toEqual([null, null, alone, null]);
    const more = 'More than the line is selected.';
    expect(of(fence.id, post.id)).toEqual([more, more, null, null]);
    const several = 'More than one line is selected.';
    expect(of(fence.id, otherFence.id)).toEqual([several, several, several, null]);
  });

  test('of corners', () => {
    const ids = ['modify.nextCorner', 'modify.addCorner', 'modify.removeCorner', 'modify.distances'];
    const app = driver('select', [post, wall, area]);
    const of = (id: AnyId) => Object.values(reasonsOf(app.select(id), ...ids));
    const chosen = 'No corner is chosen.';
    const [corners, sides] = ['What is selected has no corners.', 'What is selected has no sides.'];
    expect(of(post.id)).toEqual([corners, sides, chosen, null]);
    expect(of(wall.id)).toEqual([corners, null, chosen, null]);
    expect(of(area.id)).toEqual([null, null, chosen, null]);
    app.act({ type: 'go-to-corner', step: 1 });
    expect(reasonsOf(app, 'modify.removeCorner')).toEqual({ 'modify.removeCorner': null });
  });

  test('of floors: which end has been reached, before what is selected', () => {
    const app = driver('select', [upper]);
    const ids = ['view.floorUp', 'view.floorDown', 'edit.copyToFloor'];
    const nothing = 'Nothing is selected.';
    expect(Object.values(reasonsOf(app, ...ids))).toEqual([null, 'No floor lies beneath this one.', nothing]);
    app.editor.show({ lens: { floor: upper.id } });
    expect(Object.values(reasonsOf(app, ...ids))).toEqual(['No floor lies above this one.', null, nothing]);
  });

  test('of sheets and pictures', () => {
    const app = driver('select', [upper, sheet, picture]);
    const ids = ['file.export.pdf-set', 'view.nextSheet', 'view.noSheet', 'tool.calibrate'];
    const none = 'No sheet is chosen.';
    expect(Object.values(reasonsOf(app, ...ids))).toEqual([
      ...['The plan has only one sheet.', null, none, null],
    ]);
    app.editor.show({ lens: { floor: upper.id } });
    expect(reasonsOf(app, 'tool.calibrate')).toEqual({ 'tool.calibrate': 'This floor has no picture.' });
  });

  test('of undo and redo', () => {
    const app = driver('draw-wall');
    app.click(0, 0);
    // What is being drawn can be taken back, before anything is done.
    expect(reasonsOf(app, 'edit.undo')).toEqual({ 'edit.undo': null });
    app.click(3, 0).key('Escape').editor.travel('undo');
    const nothing = 'There is nothing to undo.';
    expect(reasonsOf(app, 'edit.undo', 'edit.redo')).toEqual({ 'edit.undo': nothing, 'edit.redo': null });
  });

  test('of what is turned or copied without a selection', () => {
    const app = driver('place-template');
    expect(reasonsOf(app, 'edit.rotateLeft')).toEqual({ 'edit.rotateLeft': null });
    const measured = driver('measure').click(0, 0).click(3, 0);
    expect(reasonsOf(measured, 'edit.copy', 'edit.cut')).toEqual({
      'edit.copy': null,
      'edit.cut': 'Nothing is selected.',
    });
  });
});

test('whatever makes other commands possible is told, until nobody listens any more', () => {
  const app = driver('select', [post, upper]);
  const told: string[] = [];
  let step = '';
  const gone = { before: post, after: null };
  const end = onPossibleChange(app, () => told.push(step));
  const steps: readonly (readonly [string, () => unknown])[] = [
    ['selection', () => app.select(post.id)],
    ['plan', () => app.editor.commit({ label: 'edit.delete', diff: new Map([[post.id, gone]]) })],
    ['tool', () => app.editor.setTool('place-template')],
    ['floor', () => app.editor.show({ lens: { floor: upper.id } })],
    ['sheet', () => app.editor.show({ lens: { sheet: sheet.id } })],
  ];
  for (const [name, take] of steps) {
    step = name;
    take();
  }
  end();
  step = 'afterwards';
  app.editor.setTool('select');
  expect([...new Set(told)]).toEqual(steps.map(([name]) => name));
});

test('the native menu draws exactly those pale that cannot be run', () => {
  const app = driver('select', [post]).select(post.id);
  const pale = menuItems(app).flatMap(({ command, enabled }) => (enabled ? [] : [command]));
  expect(pale).toEqual(commands.filter(({ whyNot }) => whyNot(app) !== null).map(({ id }) => id));
  expect(pale).toContain('edit.group');
  expect(pale).not.toContain('edit.cut');
});

test('every reason is one short sentence of its own', () => {
  const sentences = Object.values(whyNotMessages);
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(sentences.filter((each) => !/^[A-Z][^.]{9,44}\.$/.test(each))).toEqual([]);
});
