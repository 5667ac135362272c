import type { OperationEdits } from './choice.ts';
import { floorEdits } from './floor-edits.ts';
import { copyEdits, lineEdits, transformEdits } from './geometry-edits.ts';
import { addEdits, changeEdits } from './record-edits.ts';
import { structureEdits } from './structure-edits.ts';

/**
 * THE list of operations for the random tests: an operation of the product that is not in it fails
 * test/core/operations/all-operations.test.ts.
 *
 * A new one gets an entry under its exported name in the table of its topic, with at least one edit that
 * calls it with what the choice holds, nonsense included: the tests see to the rest.
 */
export const operationEdits: OperationEdits = {
  ...addEdits,
  ...changeEdits,
  ...structureEdits,
  ...floorEdits,
  ...transformEdits,
  ...lineEdits,
  ...copyEdits,
};
