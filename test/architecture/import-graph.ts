import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';
import { readText, root } from './source-tree.ts';

/** One import, export-from, import(), type import() or new URL(…, import.meta.url) of a file. */
export type Import = {
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** Names taken from it; empty when all of it or only its effects are. */
  readonly names: readonly string[];
  readonly target:
    | { readonly type: 'file'; readonly file: string }
    | { readonly type: 'package'; readonly name: string }
    | { readonly type: 'builtin'; readonly name: string };
};

export type Node = { readonly type: string; readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The nodes right beneath one. */
export function* childrenOf(node: Node): Generator<Node> {
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) yield* value.filter(isNode);
    else if (isNode(value)) yield value;
  }
}

/** Every node of a syntax tree, parents first. */
export function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* walk(each);
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) if (typeof child === 'object') yield* walk(child);
}

/** The syntax tree of a file; a file that does not parse fails the test. */
export function parseFile(file: string, text = readText(file)): ReturnType<typeof parseSync> {
  const parsed = parseSync(file, text);
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message}`);
  return parsed;
}

const literal = (value: unknown): string | null =>
  isNode(value) && value.type === 'Literal' && typeof value.value === 'string' ? value.value : null;

const nameOf = (value: unknown): string | null =>
  isNode(value) && typeof value.name === 'string' ? value.name : literal(value);

function namesOf(node: Node): string[] {
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return specifiers.map((each) => nameOf(each.imported ?? each.local) ?? '*');
}

const isModuleUrl = (node: Node): boolean =>
  node.type === 'NewExpression' &&
  nameOf(node.callee) === 'URL' &&
  Array.isArray(node.arguments) &&
  node.arguments.length === 2;

/** Specifiers of a syntax tree with the names taken from each. */
function* specifiersOf(program: unknown): Generator<{ specifier: string; names: string[] }> {
  for (const node of walk(program)) {
    const source = isModuleUrl(node) ? (node.arguments as unknown[])[0] : node.source;
    const specifier = literal(source);
    if (specifier !== null) yield { specifier, names: namesOf(node) };
    if (node.type === 'CallExpression' && nameOf(node.callee) === 'require') {
      const required = literal((node.arguments as unknown[])[0]);
      if (required !== null) yield { specifier: required, names: [] };
    }
  }
}

function targetOf(from: string, specifier: string): Import['target'] {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) {
    return { type: 'file', file: path.posix.join(path.posix.dirname(from), bare) };
  }
  if (isBuiltin(bare)) return { type: 'builtin', name: bare.replace(/^node:/, '') };
  const parts = bare.split('/');
  return { type: 'package', name: parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/') };
}

/** All imports of a file; type-only ones count like any other. */
export function importsOf(file: string, text = readText(file)): Import[] {
  const { program } = parseFile(file, text);
  return [...specifiersOf(program)].map(({ specifier, names }) => ({
    from: file,
    specifier,
    names,
    target: targetOf(file, specifier),
  }));
}

/** Whether an import of a file names one that exists, with its extension. */
export const resolves = (each: Import): boolean =>
  each.target.type !== 'file' || existsSync(path.join(root, each.target.file));

/** One chain of imports that returns to its start, or null. */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
  const finished = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): string[] | null => {
    if (finished.has(file)) return null;
    const seen = trail.indexOf(file);
    if (seen >= 0) return [...trail.slice(seen), file];
    trail.push(file);
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    trail.pop();
    finished.add(file);
    return null;
  };
  for (const file of edges.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return null;
}
