import type { Migration } from '../../records/run-migrations.ts';
import { addGroups } from './0002-add-groups.ts';
import { addDrawingOrder } from './0003-add-drawing-order.ts';
import { addViewports } from './0004-add-viewports.ts';
import { addCoverage } from './0005-add-coverage.ts';

/** THE list of steps of the plan format, ascending; a step that was released is never edited. */
export const migrations: readonly Migration[] = [addGroups, addDrawingOrder, addViewports, addCoverage];
