import fc from 'fast-check';
import type { OperationRefusal } from '../../../core/operations/refusal.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { NewId } from '../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { Result } from '../../../core/result.ts';
import { type Choice, choiceArbitrary, type Edit } from './choice.ts';
import { operationEdits } from './operations.ts';

const edits: Readonly<Record<string, Edit>> = Object.assign({}, ...Object.values(operationEdits));

/** Names of all random edits, for a test that all of them happen. */
export const editNames = Object.keys(edits);

const drawing = ['addRecord', 'addWall', 'addWallChain', 'addOpening', 'addGate', 'addStructure'];
const drawingNames = drawing.flatMap((operation) => Object.keys(operationEdits[operation] ?? {}));

/** One random edit: which one, and what it is given. Every operation of the product is among them. */
export type RandomEdit = { readonly name: string; readonly choice: Choice };

const editOf = (names: readonly string[]): fc.Arbitrary<RandomEdit> =>
  fc.record({ name: fc.constantFrom(...names), choice: choiceArbitrary });

/** Sequences of so many edits that draw something first and then edit it in every way. */
export function sequenceArbitrary(length: number): fc.Arbitrary<readonly RandomEdit[]> {
  const first = Math.floor(length / 4);
  const exactly = (count: number) => ({ minLength: count, maxLength: count });
  return fc
    .tuple(
      fc.array(editOf(drawingNames), exactly(first)),
      fc.array(editOf(editNames), exactly(length - first)),
    )
    .map((parts) => parts.flat());
}

/** Short sequences, for what is looked at after each of many. */
export const editsArbitrary: fc.Arbitrary<readonly RandomEdit[]> = fc
  .tuple(
    fc.array(editOf(drawingNames), { minLength: 5, maxLength: 20 }),
    fc.array(editOf(editNames), { minLength: 1, maxLength: 30 }),
  )
  .map((parts) => parts.flat());

/** What becomes of a random edit: a diff, a refusal, or null when the plan has nothing for it. */
export function tryRandomEdit(
  plan: Plan,
  { name, choice }: RandomEdit,
  newId: NewId,
): Result<PlanDiff, OperationRefusal> | null {
  const result = edits[name]?.(plan, choice, newId) ?? null;
  return result === null || 'ok' in result ? result : { ok: true, value: result };
}

/** The diff of a random edit, empty when it is refused or finds nothing to do. */
export function diffOf(plan: Plan, edit: RandomEdit, newId: NewId): PlanDiff {
  const result = tryRandomEdit(plan, edit, newId);
  return result?.ok ? result.value : new Map();
}
