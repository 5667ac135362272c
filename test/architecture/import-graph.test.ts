import { describe, expect, test } from 'vitest';
import { findCycle, importsOf } from './import-graph.ts';

const specifiers = (text: string): string[] =>
  importsOf('core/plan/probe.ts', text).map(({ specifier }) => specifier);

describe('what counts as an import', () => {
  test.each([
    ["import { a } from './a.ts';", './a.ts'],
    ["import type { A } from './a.ts';", './a.ts'],
    ["import './a.css';", './a.css'],
    ["export { a } from './a.ts';", './a.ts'],
    ["export type * from './a.ts';", './a.ts'],
    ["const a = await import('./a.ts');", './a.ts'],
    ["let a: import('./a.ts').A;", './a.ts'],
    ["new Worker(new URL('./a.worker.ts', import.meta.url));", './a.worker.ts'],
    ["const a = require('a');", 'a'],
  ])('%s', (text, specifier) => {
    expect(specifiers(text)).toEqual([specifier]);
  });

  test('a string that only looks like one does not', () => {
    expect(specifiers("const text = \"import { a } from './a.ts'\"; // import './b.ts'")).toEqual([]);
  });
});

test('an import names its target and what is taken', () => {
  const [file, scoped, builtin] = importsOf(
    'core/plan/probe.ts',
    "import { a, type b as c } from '../units.ts'; import x from '@noble/hashes/sha2.js'; import 'node:fs/promises';",
  );
  expect(file).toMatchObject({ names: ['a', 'b'], target: { type: 'file', file: 'core/units.ts' } });
  expect(scoped?.target).toEqual({ type: 'package', name: '@noble/hashes' });
  expect(builtin?.target).toEqual({ type: 'builtin', name: 'fs/promises' });
});

test('a cycle is found with its way round', () => {
  const edges = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ]);
  expect(findCycle(edges)).toEqual(['b', 'd', 'b']);
  edges.set('d', ['c']);
  expect(findCycle(edges)).toBeNull();
});
