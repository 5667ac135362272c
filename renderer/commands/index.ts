import { adviceCommand } from './advice.ts';
import { clipboardCommands } from './clipboard.ts';
import type { Command } from './command.ts';
import { cornerCommands } from './corners.ts';
import { drawCommands, frameSheetCommand, matchCommand, measureCommands } from './draw.ts';
import { editCommands, historyCommands } from './edit.ts';
import { fileCommands, helpCommands } from './file.ts';
import { groupCommands } from './groups.ts';
import { modifyCommands } from './modify/index.ts';
import { copyFloorCommands, floorViewCommands } from './structure/floors.ts';
import { layerViewCommands, moveToLayerCommand } from './structure/layers.ts';
import { orderCommands } from './structure/order.ts';
import { phaseCommand } from './structure/phases.ts';
import { sheetCommands } from './structure/sheets.ts';
import { stateCommands, stateViewCommands } from './structure/states.ts';
import { templateCommands } from './templates.ts';
import { viewCommands } from './view.ts';

/** Every command of the editor's window, in the order of the menus. */
export const commands: readonly Command[] = [
  ...fileCommands,
  ...historyCommands,
  ...clipboardCommands,
  ...editCommands,
  ...groupCommands,
  ...templateCommands,
  ...orderCommands,
  ...stateCommands,
  phaseCommand,
  moveToLayerCommand,
  ...copyFloorCommands,
  ...modifyCommands,
  adviceCommand,
  ...cornerCommands,
  matchCommand,
  ...viewCommands,
  ...stateViewCommands,
  ...floorViewCommands,
  ...layerViewCommands,
  ...sheetCommands,
  frameSheetCommand,
  ...drawCommands,
  ...measureCommands,
  ...helpCommands,
];
