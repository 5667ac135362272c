import type { Command } from '../command.ts';
import { arrangeCommands } from './arrange.ts';
import { arrayCommands } from './arrays.ts';
import { lineCommands } from './lines.ts';
import { renumberCommand } from './renumber.ts';
import { wallCommands } from './walls.ts';

/** The commands that change the geometry of what is selected. */
export const modifyCommands: readonly Command[] = [
  ...arrangeCommands,
  ...arrayCommands,
  ...lineCommands,
  renumberCommand,
  ...wallCommands,
];
