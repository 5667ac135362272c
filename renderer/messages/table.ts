import { adviceMessages } from './advice.ts';
import { cameraPictureMessages } from './camera-picture.ts';
import { cameraMessages } from './cameras.ts';
import { canvasMessages } from './canvas.ts';
import { commandMessages } from './commands.ts';
import { coverageMessages } from './coverage.ts';
import { editorMessages } from './editor.ts';
import { editMessages } from './edits.ts';
import { findMessages } from './find.ts';
import { homeMessages } from './home.ts';
import { inspectorMessages } from './inspector.ts';
import { kindMessages } from './kinds.ts';
import { mappingMessages } from './mapping.ts';
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
import { whyNotMessages } from './why-not.ts';

/** The text of the window by key, but for what the kinds say of themselves. */
export const messages = {
  ...adviceMessages,
  ...cameraPictureMessages,
  ...cameraMessages,
  ...canvasMessages,
  ...commandMessages,
  ...coverageMessages,
  ...editMessages,
  ...editorMessages,
  ...findMessages,
  ...homeMessages,
  ...inspectorMessages,
  ...kindMessages,
  ...mappingMessages,
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
  ...whyNotMessages,
} as const;
