import { expect, test } from 'vitest';
import { type Node, parseFile } from './import-graph.ts';
import { codeBelow, readText } from './source-tree.ts';

/** Names of the exported functions and classes of a file with nothing said before them. */
function undocumented(file: string): string[] {
  const text = readText(file);
  const body: readonly Node[] = parseFile(file).program.body as unknown as Node[];
  return body.flatMap((node) => {
    const declaration = node.declaration as Node | null | undefined;
    if (node.type !== 'ExportNamedDeclaration' || !declaration) return [];
    if (!/^(FunctionDeclaration|ClassDeclaration)$/.test(declaration.type)) return [];
    const isSaid = text.slice(0, Number(node.start)).trimEnd().endsWith('*/');
    return isSaid ? [] : [`${file}: ${(declaration.id as { name: string }).name}`];
  });
}

// Types and constants are left to their author: a schema says what it holds.
test('every function and class that core and the storage export says what its type cannot', () => {
  expect(['core', 'electron/storage'].flatMap(codeBelow).flatMap(undocumented)).toEqual([]);
});
