import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Node, parseFile, walk } from './import-graph.ts';
import { CODE_FOLDERS, codeBelow, filesBelow, isCode, PRODUCT_FOLDERS, readText } from './source-tree.ts';

const MAX_FILE_LINES = 400;
const MAX_FOLDER_FILES = 20;
const MAX_CLASS_MEMBERS = 15;
/** Say nothing about what is inside; alone as a name, or as a word of one. */
const BANNED_NAMES = ['common', 'data', 'handler', 'util', 'helper'];
const BANNED_WORDS = ['utils', 'helpers', 'misc', 'manager', 'service'];

const files = CODE_FOLDERS.flatMap(codeBelow);
const productFiles = PRODUCT_FOLDERS.flatMap(codeBelow);
const trees = new Map(files.map((file) => [file, [...walk(parseFile(file).program)]]));

const offences = (wanted: readonly string[], isOffence: (node: Node) => boolean): string[] =>
  wanted.flatMap((file) => {
    const count = (trees.get(file) ?? []).filter(isOffence).length;
    return count > 0 ? [`${file}: ${count}`] : [];
  });

const declaredName = (node: Node): string => {
  const declares = /^(ClassDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/.test(node.type);
  return declares ? String((node.id as { name?: string } | null)?.name ?? '') : '';
};

function isPublicMember(node: Node): boolean {
  const named = node.type === 'MethodDefinition' || node.type === 'PropertyDefinition';
  const isPrivate = (node.key as Node).type === 'PrivateIdentifier' || node.accessibility === 'private';
  return named && !isPrivate && node.kind !== 'constructor';
}

describe('size', () => {
  test(`no file is longer than ${MAX_FILE_LINES} lines`, () => {
    const styles = filesBelow('renderer').filter((file) => file.endsWith('.css'));
    const lengths = [...files, ...styles].map((file) => ({
      file,
      lines: readText(file).split('\n').length - 1,
    }));
    expect(lengths.filter(({ lines }) => lines > MAX_FILE_LINES)).toEqual([]);
  });

  test(`no folder holds more than ${MAX_FOLDER_FILES} source files`, () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > MAX_FOLDER_FILES)).toEqual([]);
  });

  test(`no class has more than ${MAX_CLASS_MEMBERS} public members`, () => {
    const isTooWide = (node: Node): boolean =>
      node.type === 'ClassBody' && (node.body as Node[]).filter(isPublicMember).length > MAX_CLASS_MEMBERS;
    expect(offences(productFiles, isTooWide)).toEqual([]);
  });
});

describe('names', () => {
  test('no file or folder has a name that says nothing', () => {
    const names = CODE_FOLDERS.flatMap(filesBelow).filter(isCode);
    const isBanned = (file: string): boolean =>
      file.split('/').some((part) => {
        const name = part.replace(/\..*$/, '');
        return BANNED_NAMES.includes(name) || name.split('-').some((word) => BANNED_WORDS.includes(word));
      });
    expect(names.filter(isBanned)).toEqual([]);
  });

  test('no class or type says nothing, has an I before it or a Type behind it', () => {
    const isBanned = (node: Node): boolean =>
      /(Utils?|Helpers?|Manager|Service|Type)$|^(Common|Misc|Data|Handler)$|^I[A-Z][a-z]/.test(
        declaredName(node),
      );
    expect(offences(productFiles, isBanned)).toEqual([]);
  });
});

describe('types', () => {
  test('nothing is any', () => {
    expect(offences(files, (node) => node.type === 'TSAnyKeyword')).toEqual([]);
  });

  test('core asserts nothing to be there', () => {
    expect(offences(codeBelow('core'), (node) => node.type === 'TSNonNullExpression')).toEqual([]);
  });

  test('no comment switches the compiler off, and none the size limits', () => {
    const banned = [
      'ts-ignore',
      'ts-nocheck',
      'ts-expect-error',
      'complexity/noExcessive',
      'noExcessiveLines',
    ];
    const comments = (file: string): string =>
      parseFile(file)
        .comments.map(({ value }) => value)
        .join('\n');
    const wrong = files.filter((file) => banned.some((each) => comments(file).includes(each)));
    expect(wrong).toEqual([]);
  });
});
