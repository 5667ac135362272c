import type { ToolId } from '../editor/tool.ts';
import { type MeasureKind, measureKinds } from '../editor/tools/measuring/reading.ts';
import type { MessageKey } from '../messages/text.ts';
import type { Command, CommandMenu, CommandScope } from './command.ts';
import { armTemplate, bundledTemplates } from './templates.ts';

function toolCommand(tool: ToolId, title: MessageKey, menu: CommandMenu, shortcut: string | null): Command {
  return {
    id: `tool.${tool}`,
    title,
    menu,
    shortcut,
    tool,
    isEnabled: () => true,
    isOn: ({ editor }) => editor.tool.id === tool,
    run: ({ editor }) => editor.setTool(tool),
  };
}

/** The key of the tool again goes on to the next thing to measure. */
function measureNext({ editor }: CommandScope): void {
  const { measuring } = editor.view;
  const next = measureKinds[(measureKinds.indexOf(measuring) + 1) % measureKinds.length];
  arm(editor, editor.tool.id === 'measure' && next ? next : 'distance');
}

function arm(editor: CommandScope['editor'], measuring: MeasureKind): void {
  editor.show({ measuring });
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
  isEnabled: () => true,
  isOn: ({ editor }) => editor.tool.id === 'measure' && editor.view.measuring === kind,
  run: ({ editor }) => arm(editor, kind),
}));

/** Makes records like another one; not in the tool bar, which is for drawing. */
export const matchCommand: Command = {
  ...toolCommand('match-properties', 'tool.match-properties', 'edit', 'Shift+M'),
  startsGroup: true,
};

/** Places the template that was chosen last, the first of all when none was. */
const templateCommand: Command = {
  ...toolCommand('place-template', 'tool.place-template', 'place', 'Shift+B'),
  run: ({ editor }) => {
    const [first] = bundledTemplates();
    if (editor.view.template) editor.setTool('place-template');
    else if (first) armTemplate(editor, first);
  },
};

/** One command a tool, in the order of the tool bar. */
export const drawCommands: readonly Command[] = [
  toolCommand('select', 'tool.select', 'draw', 'V'),
  { ...toolCommand('measure', 'tool.measure', 'draw', 'M'), run: measureNext },
  { ...toolCommand('draw-property-line', 'tool.draw-property-line', 'draw', 'L'), startsGroup: true },
  toolCommand('draw-building', 'tool.draw-building', 'draw', 'B'),
  toolCommand('draw-wall', 'tool.draw-wall', 'draw', 'W'),
  toolCommand('place-opening', 'tool.place-opening', 'draw', 'D'),
  toolCommand('draw-fence', 'tool.draw-fence', 'draw', 'F'),
  toolCommand('place-gate', 'tool.place-gate', 'draw', 'G'),
  toolCommand('draw-road', 'tool.draw-road', 'draw', 'R'),
  toolCommand('draw-route', 'tool.draw-route', 'draw', 'U'),
  toolCommand('draw-parking', 'tool.draw-parking', 'draw', 'K'),
  toolCommand('draw-area', 'tool.draw-area', 'draw', 'A'),
  toolCommand('draw-obstacle', 'tool.draw-obstacle', 'draw', 'O'),
  { ...toolCommand('place-barrier', 'tool.place-barrier', 'place', 'J'), startsGroup: true },
  toolCommand('place-bollards', 'tool.place-bollards', 'place', 'Y'),
  toolCommand('place-camera', 'tool.place-camera', 'place', 'C'),
  toolCommand('place-post', 'tool.place-post', 'place', 'P'),
  toolCommand('draw-patrol', 'tool.draw-patrol', 'place', 'N'),
  toolCommand('place-light', 'tool.place-light', 'place', 'H'),
  toolCommand('place-sensor', 'tool.place-sensor', 'place', 'S'),
  toolCommand('place-reader', 'tool.place-reader', 'place', 'E'),
  toolCommand('place-screening', 'tool.place-screening', 'place', 'X'),
  toolCommand('place-sign', 'tool.place-sign', 'place', null),
  toolCommand('place-equipment', 'tool.place-equipment', 'place', 'Shift+Q'),
  { ...toolCommand('draw-coverage-zone', 'tool.draw-coverage-zone', 'place', 'Z'), startsGroup: true },
  toolCommand('place-asset', 'tool.place-asset', 'place', null),
  toolCommand('draw-approach', 'tool.draw-approach', 'place', null),
  { ...toolCommand('place-text', 'tool.place-text', 'place', 'T'), startsGroup: true },
  toolCommand('place-dimension', 'tool.place-dimension', 'place', 'Shift+D'),
  toolCommand('place-callout', 'tool.place-callout', 'place', 'Shift+T'),
  templateCommand,
  toolCommand('calibrate', 'tool.calibrate', 'draw', 'I'),
];
