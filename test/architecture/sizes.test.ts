import { describe, expect, test } from 'vitest';
import { childrenOf, type Node, parseFile, walk } from './import-graph.ts';
import { CODE_FOLDERS, codeBelow, filesBelow, isCode, PRODUCT_FOLDERS, readText } from './source-tree.ts';

/** Of a file, and of a function without the functions in it: what is done, however it is laid out. Data counts nothing. */
const MAX_STATEMENTS = { product: { file: 210, function: 35 }, others: { file: 270, function: 80 } };
const MAX_FUNCTIONS = 75;
const MAX_STYLE_LINES = 400;
const MAX_CLASS_MEMBERS = 15;
/** Say nothing about what is inside; alone as a name, or as a word of one. */
const BANNED_NAMES = ['common', 'data', 'handler', 'util', 'helper'];
const BANNED_WORDS = ['utils', 'helpers', 'misc', 'manager', 'service'];

const files = CODE_FOLDERS.flatMap(codeBelow);
const productFiles = PRODUCT_FOLDERS.flatMap(codeBelow);
const programs = new Map(files.map((file) => [file, parseFile(file).program as unknown as Node]));
const trees = new Map(files.map((file) => [file, [...walk(programs.get(file))]]));

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

const isFunction = ({ type }: Node): boolean =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type);
/** A statement, or an element of what a component shows. */
const isStatement = ({ type }: Node): boolean =>
  /(Statement|^VariableDeclaration|^JSXElement)$/.test(type) && type !== 'BlockStatement';

type Counted = { readonly name: string; statements: number };

const counted = new Map(files.map((file) => [file, functionsIn(programs.get(file) as Node)]));

/** What each function does itself, the file outside of them first. */
function functionsIn(program: Node): readonly Counted[] {
  const found: Counted[] = [{ name: 'the file itself', statements: 0 }];
  const begun = (node: Node): Counted => {
    const begins = {
      name: String((node.id as { name?: string } | null)?.name ?? 'a function'),
      statements: 0,
    };
    found.push(begins);
    return begins;
  };
  const visit = (node: Node, within: Counted): void => {
    const own = isFunction(node) ? begun(node) : within;
    if (isStatement(node)) own.statements += 1;
    for (const child of childrenOf(node)) visit(child, own);
  };
  visit(program, found[0] as Counted);
  return found;
}

describe('size', () => {
  const functionsOf = (file: string) => counted.get(file) ?? [];
  const limitsOf = (file: string) =>
    productFiles.includes(file) ? MAX_STATEMENTS.product : MAX_STATEMENTS.others;

  test('no function does too much', () => {
    const tooLong = files.flatMap((file) =>
      functionsOf(file).flatMap(({ name, statements }, index) =>
        index > 0 && statements > limitsOf(file).function
          ? [`${file}: ${name} has ${statements} statements`]
          : [],
      ),
    );
    expect(tooLong).toEqual([]);
  });

  test('no file does too much', () => {
    const tooLong = files.flatMap((file) => {
      const all = functionsOf(file);
      const statements = all.reduce((sum, each) => sum + each.statements, 0);
      const isTooLong = statements > limitsOf(file).file || all.length > MAX_FUNCTIONS;
      return isTooLong ? [`${file} has ${statements} statements in ${all.length} functions`] : [];
    });
    expect(tooLong).toEqual([]);
  });

  test(`no style sheet is longer than ${MAX_STYLE_LINES} lines`, () => {
    const styles = filesBelow('renderer').filter((file) => file.endsWith('.css'));
    expect(styles.filter((file) => readText(file).split('\n').length > MAX_STYLE_LINES)).toEqual([]);
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

  // In a literal that is spread no field is too much for the compiler: an unknown one is stored, or lost, in silence.
  test('no literal of an object is spread into another', () => {
    const isSpread = ({ type, argument }: Node): boolean =>
      /^(SpreadElement|JSXSpreadAttribute)$/.test(type) && (argument as Node).type === 'ObjectExpression';
    expect(offences(files, isSpread)).toEqual([]);
  });

  test('no comment switches the compiler off, and none the size limits', () => {
    const banned = ['ts-ignore', 'ts-nocheck', 'ts-expect-error', 'complexity/noExcessive'];
    const comments = (file: string): string =>
      parseFile(file)
        .comments.map(({ value }) => value)
        .join('\n');
    const wrong = files.filter((file) => banned.some((each) => comments(file).includes(each)));
    expect(wrong).toEqual([]);
  });
});
