import type { Random } from '../../../core/reference/random.ts';

/** One of some options. */
export function among<T>(options: readonly T[], random: Random): T {
  const option = options[random.below(options.length)];
  if (option === undefined) throw new Error('There is nothing to choose from.');
  return option;
}

const edges = [0, 1, 0x7f, 0x80, 0xfe, 0xff];

/** Bytes with a few of them changed, cut short, repeated, moved or put in. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let result: Uint8Array = bytes.slice();
  for (let left = 1 + random.below(4); left > 0 && result.length > 0; left -= 1) {
    const at = random.below(result.length);
    const count = 1 + random.below(Math.min(40, result.length - at));
    const way = random.below(6);
    if (way === 0) result = result.slice(0, at);
    else if (way === 1) result = joined(result.subarray(0, at), result.subarray(at + count));
    else if (way === 2)
      result = joined(result.subarray(0, at), result.subarray(at, at + count), result.subarray(at));
    else if (way === 3) result[at] = among(edges, random);
    else if (way === 4) result.set(result.subarray(at, at + count).toReversed(), at);
    else result[at] = (result[at] ?? 0) ^ (1 << random.below(8));
  }
  return result;
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

const deep = (depth: number): unknown => {
  let value: unknown = 0;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

// Each a copy: one that is put in may be changed there, and belongs to that input alone.
const hostileValues: readonly (() => unknown)[] = [
  ...[null, true, false, '', '\ud800', '\0', '__proto__', 'constructor', 'wall:', 'settings:plan'],
  ...[0, -1, 1e-300, 1e300, 1e6, -1e6, 1_000_000.001, Number.MAX_SAFE_INTEGER, 2 ** 31, 0.1 + 0.2],
  ...[[], [[]], {}, { toString: 1 }, { length: 1e9 }, { id: null }],
].map((value) => () => structuredClone(value));
const large: readonly (() => unknown)[] = [
  () => 'x'.repeat(20_000),
  () => Array.from({ length: 2000 }, () => 0),
  () => Array.from({ length: 300 }, (_, index) => ({ x: index, y: -index })),
  () => deep(1000),
  () => Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index])),
];

type Spot = { readonly holder: Record<string, unknown>; readonly key: string };

/** Every place of a value that holds another one. */
function spotsIn(value: unknown, found: Spot[] = []): Spot[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    const holder = value as Record<string, unknown>;
    found.push({ holder, key });
    spotsIn(holder[key], found);
  }
  return found;
}

/** A JSON value of which some parts are others, gone, exchanged, or stand under other names. */
export function mutatedJson(value: unknown, random: Random): unknown {
  const copy = structuredClone(value);
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const spots = spotsIn(copy);
    if (spots.length === 0) break;
    change(among(spots, random), among(spots, random), random);
  }
  return copy;
}

function change({ holder, key }: Spot, other: Spot, random: Random): void {
  const way = random.below(10);
  if (way < 5) holder[key] = among(hostileValues, random)();
  else if (way === 5) holder[key] = among(large, random)();
  else if (way === 6) remove(holder, key);
  else if (way === 7) holder[key] = structuredClone(other.holder[other.key]);
  else if (way === 8 && !Array.isArray(holder)) holder[other.key] = holder[key];
  else if (typeof holder[key] === 'number') holder[key] = holder[key] * among([-1, 1e3, 1e-3, 0.5], random);
  else if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
}

function remove(holder: Record<string, unknown>, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}
