import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-store.ts';
import { filesBelow, root as tree } from './source-tree.ts';

const run = promisify(execFile);

/** Lines that go into a file of the tree, after a line of it. */
type Insertion = { readonly file: string; readonly after: string; readonly lines: readonly string[] };
type Recipe = { readonly files: number; readonly insertions: readonly Insertion[]; readonly spec: string };

const recipes: Readonly<Record<'device' | 'tool', Recipe>> = {
  device: {
    files: 5,
    spec: 'test/renderer/siren.test.ts',
    insertions: [
      {
        file: 'core/plan/kinds/index.ts',
        after: "import { signKind } from './sign.ts';",
        lines: ["import { sirenKind } from './siren.ts';"],
      },
      { file: 'core/plan/kinds/index.ts', after: '  sign: signKind,', lines: ['  siren: sirenKind,'] },
      {
        file: 'core/drawing/kinds/index.ts',
        after: "import { signLook } from './sign.ts';",
        lines: ["import { sirenLook } from './siren.ts';"],
      },
      { file: 'core/drawing/kinds/index.ts', after: '  sign: signLook,', lines: ['  siren: sirenLook,'] },
    ],
  },
  tool: {
    files: 3,
    spec: 'test/renderer/count-clicks.test.ts',
    insertions: [
      {
        file: 'renderer/editor/tools/index.ts',
        after: "import { calibrate } from './calibrate.ts';",
        lines: ["import { countClicks } from './count-clicks.ts';"],
      },
      {
        file: 'renderer/editor/tools/index.ts',
        after: 'export const toolRows = {',
        lines: [
          "  'count-clicks': { tool: countClicks, menu: 'draw', shortcut: 'Shift+Y', icon: ['M3 3h9'] },",
        ],
      },
      {
        file: 'renderer/messages/tools.ts',
        after: 'export const toolMessages = {',
        lines: ["  'tool.count-clicks': 'Count clicks',", "  'hint.count-clicks': 'Click anywhere',"],
      },
    ],
  },
};

const inProduct = (file: string) => /^(core|electron|renderer|resources)\//.test(file);

/** A copy of the tree with what a recipe adds, and the files of the product that are new or others now. */
function copyWith(name: keyof typeof recipes): {
  readonly root: string;
  readonly touched: readonly string[];
} {
  const root = temporaryFolder();
  for (const each of ['core', 'electron', 'renderer', 'resources', 'test/support', 'vitest.config.ts'])
    cpSync(path.join(tree, each), path.join(root, each), { recursive: true });
  for (const each of ['package.json', 'tsconfig.base.json'])
    cpSync(path.join(tree, each), path.join(root, each));
  symlinkSync(path.join(tree, 'node_modules'), path.join(root, 'node_modules'), 'junction');
  const fixture = `test/fixtures/recipes/${name}`;
  const touched = new Set<string>();
  for (const file of filesBelow(fixture)) {
    const target = file.slice(fixture.length + 1).replace(/\.txt$/, '');
    mkdirSync(path.dirname(path.join(root, target)), { recursive: true });
    cpSync(path.join(tree, file), path.join(root, target));
    touched.add(target);
  }
  for (const { file, after, lines } of recipes[name].insertions) {
    const at = path.join(root, file);
    const before = readFileSync(at, 'utf8');
    expect(before.split(`${after}\n`)).toHaveLength(2);
    writeFileSync(at, before.replace(`${after}\n`, `${[after, ...lines].join('\n')}\n`));
    touched.add(file);
  }
  return { root, touched: [...touched].filter(inProduct) };
}

const tsconfig = {
  extends: './tsconfig.base.json',
  compilerOptions: {
    composite: false,
    emitDeclarationOnly: false,
    noEmit: true,
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: ['vite/client'],
  },
  include: ['core', 'renderer'],
};

// The steps that docs and READMEs name are what this does: a step more, or a table forgotten, fails here.
describe.each(['device', 'tool'] as const)('a new %s', (name) => {
  test('costs no more files than the recipe says, compiles, and is known everywhere', async () => {
    const { root, touched } = copyWith(name);
    expect(touched).toHaveLength(recipes[name].files);
    writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify(tsconfig));
    const node = (script: string, ...args: string[]) =>
      run(process.execPath, [path.join(tree, 'node_modules', script), ...args], { cwd: root });
    const [types, tests] = await Promise.allSettled([
      node('typescript/bin/tsc', '-p', 'tsconfig.json'),
      node('vitest/vitest.mjs', 'run', '--project', 'unit', recipes[name].spec),
    ]);
    const told = (result: PromiseSettledResult<unknown>) =>
      result.status === 'fulfilled' ? '' : String((result.reason as { stdout?: string }).stdout);
    expect(told(types)).toBe('');
    expect(told(tests)).toBe('');
  }, 240_000);
});
