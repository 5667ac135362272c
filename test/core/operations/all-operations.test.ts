import { expect, test } from 'vitest';
import { type Node, parseFile, walk } from '../../architecture/import-graph.ts';
import { codeBelow, readText } from '../../architecture/source-tree.ts';
import { operationEdits } from '../../support/random/operations.ts';

const nameOf = (node: Node): string => (node.id as { readonly name: string }).name;

/** Whether a function takes a plan first and gives back a diff, or says why not. */
function isOperation(file: string, declaration: Node): boolean {
  const written = (node: unknown) => {
    const { start, end } = node as { readonly start: number; readonly end: number };
    return readText(file).slice(start, end);
  };
  const [first] = declaration.params as readonly Node[];
  const answer = declaration.returnType ? written(declaration.returnType) : '';
  return (
    first !== undefined &&
    /: Plan$/.test(written(first)) &&
    /\b(PlanDiff|Result)\b/.test(answer) &&
    !['tryEdit', 'tryShapeEdit'].includes(nameOf(declaration))
  );
}

function operationsIn(file: string): string[] {
  const body: readonly Node[] = parseFile(file).program.body as unknown as Node[];
  return body.flatMap((node) => {
    const declaration = node.declaration as Node | null | undefined;
    if (node.type !== 'ExportNamedDeclaration' || declaration?.type !== 'FunctionDeclaration') return [];
    return isOperation(file, declaration) ? [nameOf(declaration)] : [];
  });
}

const inProduct = codeBelow('core/operations').flatMap(operationsIn).toSorted();
const inTests = Object.keys(operationEdits).toSorted();

test('every operation is among the random edits that the laws are tested with', () => {
  const missing = inProduct.filter((name) => !inTests.includes(name));
  const hint =
    'Give each an entry under its name in a table of test/support/random (operations.ts lists them), ' +
    'with an edit that calls it on a random plan; refusals and nonsensical arguments are welcome.';
  expect(missing, hint).toEqual([]);
});

test('no random edit stands under the name of an operation that is gone', () => {
  expect(inTests.filter((name) => !inProduct.includes(name))).toEqual([]);
});

test('no two operations or edits have one name', () => {
  expect(new Set(inProduct).size).toBe(inProduct.length);
  const edits = Object.values(operationEdits).flatMap((each) => Object.keys(each));
  expect(edits.filter((name, index) => edits.indexOf(name) !== index)).toEqual([]);
});

/** The operations whose refusals are among those that the window has sentences for. */
function operationsWithRefusals(): string[] {
  const body: readonly Node[] = parseFile('core/operations/refusal.ts').program.body as unknown as Node[];
  const listed = body.find((node) => node.type === 'TSTypeAliasDeclaration' && nameOf(node) === 'Operations');
  return [...walk(listed)].flatMap(({ type, key }) =>
    type === 'TSPropertySignature' ? [(key as { readonly name: string }).name] : [],
  );
}

test('the refusals of every operation are in the one union of them', () => {
  const hint = 'Add it to the list in core/operations/refusal.ts: its reasons then need their sentences.';
  expect(operationsWithRefusals().toSorted(), hint).toEqual(inProduct);
});
