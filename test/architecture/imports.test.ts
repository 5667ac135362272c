import { describe, expect, test } from 'vitest';
import { findCycle, type Import, importsOf, resolves } from './import-graph.ts';
import { NETWORK_BUILTINS, NETWORK_LOCK, OWNED_NAMES, type Zone, zoneOf, zones } from './import-table.ts';
import { codeBelow, PRODUCT_FOLDERS } from './source-tree.ts';

const files = PRODUCT_FOLDERS.flatMap(codeBelow);
const imports = files.flatMap((file) => importsOf(file));

const show = (each: Import): string => `${each.from} imports ${each.specifier}`;

function isAllowed({ target }: Import, from: Zone): boolean {
  if (target.type === 'package') return from.packages.includes(target.name);
  if (target.type === 'builtin') return from.node;
  // Style sheets and pictures belong to the file beside them.
  if (!/\.(ts|tsx|json)$/.test(target.file)) return true;
  const to = zoneOf(target.file);
  return to !== undefined && (to === from || from.zones.includes(to.name));
}

describe('imports', () => {
  test('the product has files, and each lies in a zone of the table', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => zoneOf(file) === undefined)).toEqual([]);
  });

  test('the table names only zones that it has', () => {
    const names = new Set(zones.map((each) => each.name));
    expect(zones.flatMap((each) => each.zones).filter((name) => !names.has(name))).toEqual([]);
  });

  test('every import points where the table allows', () => {
    const wrong = imports.filter((each) => {
      const from = zoneOf(each.from);
      return from !== undefined && !isAllowed(each, from);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('relative imports name an existing file with its extension', () => {
    expect(imports.filter((each) => !resolves(each)).map(show)).toEqual([]);
  });

  test('no chain of imports returns to its start', () => {
    const edges = new Map(files.map((file) => [file, [] as string[]]));
    for (const { from, target } of imports) if (target.type === 'file') edges.get(from)?.push(target.file);
    expect(findCycle(edges)).toBeNull();
  });

  test('network modules are imported by nothing but the lock that makes them refuse', () => {
    const network = imports.filter(
      ({ from, target }) =>
        target.type === 'builtin' && NETWORK_BUILTINS.includes(target.name) && from !== NETWORK_LOCK,
    );
    expect(network.map(show)).toEqual([]);
  });

  test.each(OWNED_NAMES)('Electron’s "%s" is imported by its owner alone', (name, owner) => {
    const users = imports.filter(
      ({ specifier, names, from }) =>
        specifier.startsWith('electron') && names.includes(name) && from !== owner,
    );
    expect(users.map(show)).toEqual([]);
  });
});
