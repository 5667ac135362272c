import { recordsOf } from '../../core/plan/plan.ts';
import { type ToolId, type ToolRow, toolIds, toolRows } from '../editor/tools/index.ts';
import { type MeasureKind, measureKinds } from '../editor/tools/measuring/reading.ts';
import { plainTool } from '../kinds/index.ts';
import type { Command, CommandScope, WhyNot } from './command.ts';
import { armTemplate, bundledTemplates } from './templates.ts';
import { always, needsChosenSheet } from './why-not.ts';

function toolCommand(tool: ToolId): Command {
  const { menu, shortcut, group }: ToolRow = toolRows[tool];
  return {
    id: `tool.${tool}`,
    title: `tool.${tool}`,
    menu,
    shortcut: shortcutOf(tool, shortcut),
    ...(group && { startsGroup: true }),
    tool,
    whyNot: reasons[tool] ?? always,
    isOn: ({ editor }) => editor.tool.id === tool,
    run: runs[tool] ?? (({ editor }) => editor.setTool(tool)),
  };
}

/** The shortcut of a tool, or that of the kind of which it places what all such do. */
function shortcutOf(tool: ToolId, own: string | null): string | null {
  return own ?? plainTool(tool)?.shortcut ?? null;
}

/** The key of the tool again goes on to the next thing to measure. */
function measureNext({ editor }: CommandScope): void {
  const { measuring } = editor.view.drawing;
  const next = measureKinds[(measureKinds.indexOf(measuring) + 1) % measureKinds.length];
  arm(editor, editor.tool.id === 'measure' && next ? next : 'distance');
}

function arm(editor: CommandScope['editor'], measuring: MeasureKind): void {
  editor.show({ drawing: { measuring } });
  editor.setTool('measure');
  // The tool hears of it with the pointer.
  editor.dispatch({ type: 'hold', length: null, angle: null });
}

/** What the measure tool measures, each by name; not in the tool bar, where it is one tool. */
export const measureCommands: readonly Command[] = measureKinds.map((kind) => ({
  id: `tool.measure.${kind}`,
  title: `tool.measure.${kind}` as const,
  menu: 'draw',
  shortcut: null,
  whyNot: always,
  isOn: ({ editor }) => editor.tool.id === 'measure' && editor.view.drawing.measuring === kind,
  run: ({ editor }) => arm(editor, kind),
}));

/** Places the template that was chosen last, the first of all when none was. */
function placeTemplate({ editor }: CommandScope): void {
  const [first] = bundledTemplates();
  if (editor.view.armed.template) editor.setTool('place-template');
  else if (first) armTemplate(editor, first);
}

/** A picture of the floor that is shown can be calibrated. */
const needsPicture: WhyNot = ({ editor }) => {
  for (const { floor } of recordsOf(editor.plan, 'underlay'))
    if (floor === editor.view.lens.floor) return null;
  return 'whyNot.noPicture';
};

/** Tools that have nothing to work on in some plans. */
const reasons: { readonly [T in ToolId]?: WhyNot } = {
  calibrate: needsPicture,
  'frame-sheet': needsChosenSheet,
};

/** What the commands of some tools do besides arming them. */
const runs: { readonly [T in ToolId]?: Command['run'] } = {
  measure: measureNext,
  'place-template': placeTemplate,
};

/** Makes records like another one; not in the tool bar, which is for drawing. */
export const matchCommand: Command = toolCommand('match-properties');

/** Moves the frame of a sheet over the drawing; not in the tool bar either. */
export const frameSheetCommand: Command = toolCommand('frame-sheet');

/** One command a tool, in the order of the tool bar. */
export const drawCommands: readonly Command[] = toolIds
  .filter((tool) => toolRows[tool].menu === 'draw' || toolRows[tool].menu === 'place')
  .map(toolCommand);
