import { lerp, type Point } from '../../geometry/point.ts';
import { keptOfRing } from './space.ts';

/** A part of something that stands upright on a line of the plan: from `from` to `to` of its length, each 0 to 1. */
export type UprightPart<T> = {
  readonly a: Point;
  readonly b: Point;
  readonly from: number;
  readonly to: number;
  readonly load: T;
};

/** A part of a surface that lies at a height; one level. */
export type LyingPart<T> = {
  readonly rings: readonly (readonly Point[])[];
  readonly height: number;
  readonly load: T;
};

type Line = { readonly at: Point; readonly across: Point };
type Node<U, L> = {
  line: Line | null;
  readonly on: UprightPart<U>[];
  readonly lying: LyingPart<L>[];
  left: Node<U, L> | null;
  right: Node<U, L> | null;
};

/** So near to a line a place is on it, metres. */
const ON_LINE = 1e-6;

/** What stands on a plan, divided along its own lines so that from any place what is farther comes first. */
export type DepthOrder<U, L> = { readonly root: Node<U, L>; readonly parts: number };

/**
 * Divides the plan along the lines that things stand on (binary space partition); where things cross each other, each
 * is cut by the other's line. Null for more than `mostParts` parts.
 *
 * O(n · depth), the depth that of a tree of n lines in the order given: mixed orders are best.
 */
export function depthOrder<U, L>(
  uprights: readonly UprightPart<U>[],
  lying: readonly LyingPart<L>[],
  mostParts: number,
): DepthOrder<U, L> | null {
  const root = emptyNode<U, L>();
  let parts = 0;
  for (const upright of uprights) {
    parts += insertUpright(root, upright);
    if (parts > mostParts) return null;
  }
  for (const surface of lying) {
    parts += insertLying(root, surface);
    if (parts > mostParts) return null;
  }
  return { root, parts };
}

const emptyNode = <U, L>(): Node<U, L> => ({ line: null, on: [], lying: [], left: null, right: null });

function lineThrough(a: Point, b: Point): Line | null {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < ON_LINE) return null;
  return { at: a, across: { x: (a.y - b.y) / length, y: (b.x - a.x) / length } };
}

/** Metres to the left of a line. */
const aside = ({ at, across }: Line, { x, y }: Point): number =>
  (x - at.x) * across.x + (y - at.y) * across.y;

function insertUpright<U, L>(root: Node<U, L>, upright: UprightPart<U>): number {
  const waiting: { node: Node<U, L>; part: UprightPart<U> }[] = [{ node: root, part: upright }];
  let parts = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, part } = next;
    if (!node.line) {
      const line = lineThrough(part.a, part.b);
      if (!line) continue;
      node.line = line;
      node.left = emptyNode();
      node.right = emptyNode();
    }
    const { on, left, right } = dividedUpright(part, node.line);
    if (on) {
      node.on.push(on);
      parts += 1;
    }
    if (left && node.left) waiting.push({ node: node.left, part: left });
    if (right && node.right) waiting.push({ node: node.right, part: right });
  }
  return parts;
}

function insertLying<U, L>(root: Node<U, L>, surface: LyingPart<L>): number {
  const waiting: { node: Node<U, L>; part: LyingPart<L> }[] = [{ node: root, part: surface }];
  let parts = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, part } = next;
    if (!node.line) {
      node.lying.push(part);
      parts += 1;
      continue;
    }
    const { left, right } = dividedLying(part, node.line);
    if (left && node.left) waiting.push({ node: node.left, part: left });
    if (right && node.right) waiting.push({ node: node.right, part: right });
  }
  return parts;
}

type Divided<P> = { readonly on: P | null; readonly left: P | null; readonly right: P | null };

function dividedUpright<U>(part: UprightPart<U>, line: Line): Divided<UprightPart<U>> {
  const [from, to] = [aside(line, part.a), aside(line, part.b)];
  if (Math.max(Math.abs(from), Math.abs(to)) <= ON_LINE) return { on: part, left: null, right: null };
  if (Math.min(from, to) >= -ON_LINE) return { on: null, left: part, right: null };
  if (Math.max(from, to) <= ON_LINE) return { on: null, left: null, right: part };
  const t = from / (from - to);
  const middle = lerp(part.a, part.b, t);
  const along = part.from + (part.to - part.from) * t;
  const first = { ...part, b: middle, to: along };
  const last = { ...part, a: middle, from: along };
  return from > 0 ? { on: null, left: first, right: last } : { on: null, left: last, right: first };
}

function dividedLying<L>(part: LyingPart<L>, line: Line): Divided<LyingPart<L>> {
  const sides = part.rings.flatMap((ring) => ring.map((corner) => aside(line, corner)));
  if (sides.every((side) => side >= -ON_LINE)) return { on: null, left: part, right: null };
  if (sides.every((side) => side <= ON_LINE)) return { on: null, left: null, right: part };
  const kept = (sign: number): LyingPart<L> | null => {
    const rings = part.rings
      .map((ring) => keptOfRing(ring, (corner) => sign * aside(line, corner), lerp))
      .filter(({ length }) => length >= 3);
    return rings.length > 0 ? { ...part, rings } : null;
  };
  return { on: null, left: kept(1), right: kept(-1) };
}

export type Part<U, L> =
  | { readonly type: 'upright'; readonly part: UprightPart<U> }
  | { readonly type: 'lying'; readonly part: LyingPart<L> };

type Step<U, L> =
  | { readonly type: 'node'; readonly node: Node<U, L>; readonly extra: UprightPart<U> | null }
  /** What stands on the line of a node. */
  | { readonly type: 'line'; readonly on: readonly UprightPart<U>[] };

/**
 * All parts as they have to be painted for an eye at the origin, the farthest first, with something more that stands
 * upright among them. Surfaces that lie over the same place: the lowest first, as for an eye above them.
 */
export function* fromFarthest<U, L>(
  { root }: DepthOrder<U, L>,
  extra: UprightPart<U> | null,
): Generator<Part<U, L>> {
  const waiting: Step<U, L>[] = [{ type: 'node', node: root, extra }];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if (step.type === 'line') for (const part of step.on) yield { type: 'upright', part };
    else if (step.node.line) waiting.push(...nearestFirst(step.node, step.node.line, step.extra));
    else yield* leafParts(step.node.lying, step.extra);
  }
}

const EYE = { x: 0, y: 0 };
const nothing = { on: null, left: null, right: null } as const;

/** The two sides of a node and its line, so that the last of them comes first. */
function nearestFirst<U, L>(
  node: Node<U, L>,
  line: Line,
  extra: UprightPart<U> | null,
): readonly Step<U, L>[] {
  const more: Divided<UprightPart<U>> = extra ? dividedUpright(extra, line) : nothing;
  const sideSteps = (side: 'left' | 'right'): readonly Step<U, L>[] =>
    node[side] ? [{ type: 'node', node: node[side], extra: more[side] }] : [];
  const [near, far] = sidesOf(line);
  return [
    ...sideSteps(near),
    { type: 'line', on: more.on ? [...node.on, more.on] : node.on },
    ...sideSteps(far),
  ];
}

/** The side of a line that the eye is on, and the other one. */
const sidesOf = (line: Line) =>
  aside(line, EYE) >= 0 ? (['left', 'right'] as const) : (['right', 'left'] as const);

function* leafParts<U, L>(
  lying: readonly LyingPart<L>[],
  extra: UprightPart<U> | null,
): Generator<Part<U, L>> {
  const lowestFirst = lying.toSorted((one, other) => one.height - other.height);
  const line = extra && lineThrough(extra.a, extra.b);
  if (!line) {
    for (const part of lowestFirst) yield { type: 'lying', part };
    return;
  }
  const [near, far] = sidesOf(line);
  const divided = lowestFirst.map((part) => dividedLying(part, line));
  for (const each of divided) if (each[far]) yield { type: 'lying', part: each[far] };
  yield { type: 'upright', part: extra };
  for (const each of divided) if (each[near]) yield { type: 'lying', part: each[near] };
}
