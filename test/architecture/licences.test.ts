import { describe, expect, test } from 'vitest';
import { importsOf } from './import-graph.ts';
import { codeBelow, PRODUCT_FOLDERS, readText } from './source-tree.ts';

/** May be part of the product (owner's rule: permissive, file-level copyleft, public domain, fonts). */
const SHIPPED = [
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BSL-1.0', 'MPL-2.0'],
  ...['CC0-1.0', 'OFL-1.1', 'BlueOak-1.0.0', 'Unlicense', 'Zlib', 'Python-2.0'],
];
/** Tools are not part of it; they may also be these, never GPL or AGPL. */
const TOOLS = [...SHIPPED, 'CC-BY-3.0', 'CC-BY-4.0', 'WTFPL', 'LGPL-3.0-or-later'];

/** Packages that name no licence in their manifest; read in the file they carry. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' };

type Entry = {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly link?: boolean;
};

const lock = JSON.parse(readText('package-lock.json')) as { packages: Readonly<Record<string, Entry>> };
const entries = Object.entries(lock.packages).filter(([location]) => location !== '');

/** Whether an SPDX expression can be satisfied from the list; brackets are not used by any package here. */
function isAllowed(expression: string | undefined, list: readonly string[]): boolean {
  const plain = (expression ?? '').replace(/[()]/g, '');
  return plain.split(' OR ').some((each) => each.split(' AND ').every((part) => list.includes(part.trim())));
}

/** Where Node would find a package from inside another one. */
function locate(name: string, from: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const location = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (lock.packages[location]) return location;
    if (at === '') return null;
  }
}

/** Every package the product imports, with all that they depend on. */
function shippedLocations(): string[] {
  const imported = PRODUCT_FOLDERS.flatMap(codeBelow)
    .flatMap((file) => importsOf(file))
    .flatMap(({ target }) => (target.type === 'package' && target.name !== 'electron' ? [target.name] : []));
  const found = new Set<string>();
  const add = (name: string, from: string): void => {
    const location = locate(name, from);
    if (location === null || found.has(location)) return;
    found.add(location);
    for (const each of Object.keys(lock.packages[location]?.dependencies ?? {})) add(each, location);
  };
  for (const name of imported) add(name, '');
  return [...found];
}

const licenceOf = (location: string): string | undefined =>
  lock.packages[location]?.license ?? READ_BY_HAND[location];

const refused = (locations: readonly string[], list: readonly string[]): string[] =>
  locations
    .filter((location) => !isAllowed(licenceOf(location), list))
    .map((location) => `${location}: ${licenceOf(location) ?? 'no licence named'}`);

describe('licences', () => {
  test('an expression is read by its alternatives', () => {
    expect(isAllowed('(GPL-3.0 OR MIT)', SHIPPED)).toBe(true);
    expect(isAllowed('MIT AND GPL-3.0', SHIPPED)).toBe(false);
    expect(isAllowed(undefined, SHIPPED)).toBe(false);
  });

  test('what is shipped may be shipped', () => {
    const shipped = shippedLocations();
    expect(shipped).toContain('node_modules/zod');
    expect(refused(shipped, SHIPPED)).toEqual([]);
  });

  test('no tool is under a licence that is not allowed', () => {
    expect(entries.length).toBeGreaterThan(100);
    expect(
      refused(
        entries.map(([location]) => location),
        TOOLS,
      ),
    ).toEqual([]);
  });
});

describe('versions', () => {
  test('each is pinned exactly, and only the native module is installed beside the bundle', () => {
    const manifest = JSON.parse(readText('package.json')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
  });
});
