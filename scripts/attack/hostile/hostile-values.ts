import { LARGEST_LENGTH } from '../../../core/plan/kinds/parts/fields.ts';
import type { Random } from '../../../core/reference/random.ts';
import type { z } from '../../../core/schema.ts';
import { hostilePoints, type Layout, layouts } from './hostile-points.ts';
import { type Definition, definitionOf, isPoint, limitsOf } from './schema-parts.ts';

/** A value at the edge of what its schema allows, with a name that tells it from the others of its field. */
export type Extreme = { readonly name: string; readonly value: unknown };

export type Making = {
  readonly random: Random;
  /** Most corners of one list; the schema's own limit where it is lower. */
  readonly corners: number;
  /** The value of a field that names other records, of which it must be one. */
  readonly nameFor: (schema: z.ZodType) => unknown;
};

const extreme = (name: string, value: unknown): Extreme => ({ name, value });

/** Made out of signs whose codes are given, so that they are seen here. */
const signs = (...codes: readonly number[]) => String.fromCharCode(...codes);

/** What a text may do to those who write it down, each as short as it can be. */
const texts: readonly Extreme[] = [
  extreme('empty', ''),
  extreme('blank', ' '),
  extreme('formula after a line', '=HYPERLINK("http://x","y")\nx'),
  extreme('formula behind a tab', `${signs(9)}@SUM(1)`),
  extreme('markup', ']]><script>&amp;</text>"\''),
  extreme('control characters', signs(0, 1, 8, 11, 12, 27, 31, 127, 133, 159)),
  extreme('line ends', `a\r\nb\rc${signs(0x2028)}d${signs(0x2029)}e`),
  extreme('half a pair', `a${signs(0xd800)}b${signs(0xdfff)}`),
  extreme('no character', signs(0xfffe, 0xffff, 0xfeff)),
  extreme('right to left', `${signs(0x202e)}gnp.exe${signs(0x05d0, 0x0628)}`),
  extreme('path', '../../etc/passwd'),
  extreme('reserved name', 'CON'),
  extreme('placeholder', '<>$&$1%s{0}'),
];

/** Texts as long as allowed, each of another sign. */
const longest = (most: number): readonly Extreme[] => [
  extreme('longest', 'W'.repeat(most)),
  extreme('all line ends', '\n'.repeat(most)),
  extreme('longest of wide signs', '\u{1F6E1}'.repeat(Math.floor(most / 2))),
  extreme('longest of marks on marks', `a${signs(0x301).repeat(most - 1)}`),
  extreme('longest of markup', '&'.repeat(most)),
  extreme('longest of words', 'a '.repeat(Math.floor(most / 2))),
  extreme('longest of unseen spaces', `${signs(0xfeff).repeat(most - 1)}x`),
];

function ofText(definition: Definition): readonly Extreme[] {
  const { most, pattern } = limitsOf(definition);
  const digits = ['0', 'f'].flatMap((digit) => [digit.repeat(64), `#${digit.repeat(6)}`]);
  if (pattern)
    return digits.filter((text) => pattern.test(text)).map((text) => extreme(text.slice(0, 7), text));
  const long = Number.isFinite(most) ? longest(Math.min(most, 1_000_000)) : [];
  return [...texts.filter(({ value }) => String(value).length <= most), ...long];
}

function ofNumber(definition: Definition): readonly Extreme[] {
  const { least, most, isWhole } = limitsOf(definition);
  const inner = isWhole ? [0, 1, -1, 7] : [0, 0.001, -0.001, 1 / 3, 1e-9, 1, 1e3, -1e3];
  const all = [least, most, ...inner].filter(
    (value) => Number.isFinite(value) && value >= least && value <= most,
  );
  return [...new Set(all)].map((value) => extreme(String(value), value));
}

function ofPoints({ most, least }: { most: number; least: number }, { random, corners }: Making) {
  const count = Math.min(most, corners);
  const sizes = [1, 1000, 2 * LARGEST_LENGTH];
  const around = { x: 0, y: 0 };
  const fewest = layouts
    .slice(0, 1)
    .map((layout) =>
      extreme('fewest', hostilePoints(layout, { count: Math.max(least, 1), size: 10, around }, random)),
    );
  return [
    ...fewest,
    ...layouts.flatMap((layout) =>
      sizes.map((size) =>
        extreme(`${count} ${layout} over ${size} m`, hostilePoints(layout, { count, size, around }, random)),
      ),
    ),
  ];
}

type Rings = {
  readonly count: number;
  readonly points: number;
  readonly size: (index: number) => number;
  readonly left: (index: number) => number;
};

const ringsOf = ({ count, points, size, left }: Rings, { random }: Making) =>
  Array.from({ length: count }, (_, index) =>
    hostilePoints('circle', { count: points, size: size(index), around: { x: left(index), y: 0 } }, random),
  );

/** Lists of rings: as many as there may be, side by side, within each other and all in one place. */
function ofRings({ most }: { most: number }, making: Making): readonly Extreme[] {
  const { random, corners } = making;
  const count = Math.min(most, 1000);
  const each = { count, points: Math.max(3, Math.min(Math.floor(corners / count), 20)) };
  const large = (layout: Layout) =>
    hostilePoints(layout, { count: corners, size: 8, around: { x: 0, y: 0 } }, random);
  return [
    extreme('none', []),
    extreme(`${count} in one place`, ringsOf({ ...each, size: () => 5, left: () => 0 }, making)),
    extreme(
      `${count} in each other`,
      ringsOf({ ...each, size: (index) => 10 - index / 110, left: () => 0 }, making),
    ),
    extreme(`${count} in a row`, ringsOf({ ...each, size: () => 0.5, left: (index) => index }, making)),
    extreme(`2 of ${corners} corners`, [large('star'), large('comb')]),
  ];
}

function ofList(definition: Definition, making: Making): readonly Extreme[] {
  const { element } = definition;
  if (!element) return [];
  const limits = limitsOf(definition);
  const most = Number.isFinite(limits.most) ? limits.most : making.corners;
  const least = Math.max(limits.least, 0);
  if (isPoint(element)) return ofPoints({ most, least }, making);
  const inner = definitionOf(element);
  if (inner.type === 'array' && inner.element && isPoint(inner.element)) return ofRings({ most }, making);
  const count = Math.min(most, making.corners);
  return extremesOf(element, making).flatMap(({ name, value }) =>
    [least, count].map((length) =>
      extreme(
        `${length} × ${name}`,
        Array.from({ length }, () => value),
      ),
    ),
  );
}

/** Each field of an object at each of its edges while the others are plain, and all at their last edge. */
function ofObject({ shape = {} }: Definition, making: Making): readonly Extreme[] {
  const fields = Object.entries(shape).map(([field, schema]) => ({
    field,
    plain: plainValue(schema, making),
    all: extremesOf(schema, making),
  }));
  const plain = Object.fromEntries(fields.map(({ field, plain }) => [field, plain]));
  const edges = (side: 0 | 1) =>
    Object.fromEntries(fields.map(({ field, plain, all }) => [field, (all[side] ?? { value: plain }).value]));
  return [
    ...fields.flatMap(({ field, all }) =>
      all.map(({ name, value }) => extreme(`${field} ${name}`, { ...plain, [field]: value })),
    ),
    extreme('all at their first edge', edges(0)),
    extreme('all at their second edge', edges(1)),
  ];
}

type Maker = (definition: Definition, making: Making, schema: z.ZodType) => readonly Extreme[];

const makers: Readonly<Record<string, Maker>> = {
  string: ofText,
  number: ofNumber,
  boolean: () => [extreme('no', false), extreme('yes', true)],
  literal: ({ values = [] }) => values.map((value) => extreme(String(value), value)),
  enum: ({ entries = {} }) => Object.values(entries).map((value) => extreme(String(value), value)),
  template_literal: (_, { nameFor }, schema) => [extreme('another record', nameFor(schema))],
  nullable: ({ innerType }, making) => [
    extreme('null', null),
    ...(innerType ? extremesOf(innerType, making) : []),
  ],
  union: ({ options = [] }, making) => options.flatMap((option) => extremesOf(option, making)),
  array: ofList,
  object: ofObject,
};

/** Values at the edges of what a schema allows, by its own limits; a kind of schema not known here has none. */
export function extremesOf(schema: z.ZodType, making: Making): readonly Extreme[] {
  const definition = definitionOf(schema);
  return makers[definition.type]?.(definition, making, schema) ?? [];
}

type Plain = (definition: Definition, making: Making, schema: z.ZodType) => unknown;

function plainList(definition: Definition, making: Making): unknown {
  const { element } = definition;
  const count = Math.max(limitsOf(definition).least, 0);
  if (!element) return [];
  if (!isPoint(element)) return Array.from({ length: count }, () => plainValue(element, making));
  const around = { x: 0, y: 0 };
  return hostilePoints('circle', { count: Math.max(count, 2), size: 10, around }, making.random);
}

const plains: Readonly<Record<string, Plain>> = {
  string: (definition) => (limitsOf(definition).pattern ? ofText(definition)[0]?.value : ''),
  number: (definition) => Math.min(Math.max(limitsOf(definition).least, 1), limitsOf(definition).most),
  boolean: () => false,
  literal: ({ values = [] }) => values[0],
  enum: ({ entries = {} }) => Object.values(entries)[0],
  template_literal: (_, { nameFor }, schema) => nameFor(schema),
  nullable: () => null,
  union: ({ options: [first] = [] }, making) => (first ? plainValue(first, making) : null),
  array: plainList,
  object: ({ shape = {} }, making) =>
    Object.fromEntries(Object.entries(shape).map(([field, schema]) => [field, plainValue(schema, making)])),
};

/** A value of a schema with nothing remarkable about it. */
export function plainValue(schema: z.ZodType, making: Making): unknown {
  const definition = definitionOf(schema);
  return plains[definition.type]?.(definition, making, schema) ?? null;
}
