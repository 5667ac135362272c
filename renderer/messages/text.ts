import { canvasMessages } from './canvas.ts';
import { commandMessages } from './commands.ts';
import { editorMessages } from './editor.ts';
import { editMessages } from './edits.ts';
import { findMessages } from './find.ts';
import { homeMessages } from './home.ts';
import { inspectorMessages } from './inspector.ts';
import { kindMessages } from './kinds.ts';
import { modifyMessages } from './modify.ts';
import { panelMessages } from './panels.ts';
import { recordMessages } from './records.ts';
import { sheetMessages } from './sheets.ts';
import { sidePanelMessages } from './side-panels.ts';
import { snapMessages } from './snaps.ts';
import { structureMessages } from './structure.ts';
import { templateMessages } from './templates.ts';
import { toolMessages } from './tools.ts';
import { wallMessages } from './walls.ts';

/** All user-visible text of the window by key. */
const messages = {
  ...canvasMessages,
  ...commandMessages,
  ...editMessages,
  ...editorMessages,
  ...findMessages,
  ...homeMessages,
  ...inspectorMessages,
  ...kindMessages,
  ...modifyMessages,
  ...panelMessages,
  ...recordMessages,
  ...sheetMessages,
  ...sidePanelMessages,
  ...snapMessages,
  ...structureMessages,
  ...templateMessages,
  ...toolMessages,
  ...wallMessages,
} as const;

export type MessageKey = keyof typeof messages;

/** The text of a key; `{name}` in it is replaced by the value of that name. */
export function text(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return messages[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Whether a text is a key of the table: keys that come from the editor are plain texts there. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(messages, key);
}
