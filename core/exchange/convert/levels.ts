import type { Tags } from './tags.ts';

/** Where something lies: on the ground, on the floor of a level above it, or below it. */
export type Level =
  | { readonly type: 'ground' | 'below' }
  | { readonly type: 'floor'; readonly number: number; readonly name: string };

/** Higher ones are no levels of a building. */
const HIGHEST = 200;

/** What `tunnel` says of what is not below the ground. */
const OPEN_TUNNELS = ['no', 'building_passage', 'avalanche_protector', 'covered'];

/** A number of a level, which may lie below the ground; null for several, and for what is none. Of halves there are mezzanines. */
function signedIn(text: string): number | null {
  const number = /^[+-]?\d+(?:\.[05]0*)?$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(number) <= HIGHEST ? number : null;
}

/** The level of a thing by its tags, and what its notes say of what is over it. */
export function levelIn(tags: Tags): { readonly level: Level; readonly notes: readonly string[] } {
  const level = tags.read('level', (text) => {
    const number = signedIn(text);
    // One floor, whether it is written 1, 01 or 1.0.
    return number === null ? null : { number, name: String(number) };
  });
  const layer = tags.read('layer', signedIn) ?? 0;
  const location = tags.read('location', (text) => (placed.includes(text) ? text : null));
  const tunnel = tags.get('tunnel') ?? 'no';
  const covered = tags.get('covered') ?? 'no';
  // Bridges lie on the ground of a plan, and that is said.
  if (layer > 0) tags.pass('layer');
  const isTunnel = !OPEN_TUNNELS.includes(tunnel);
  const isBelow = layer < 0 || isTunnel || location === 'underground' || (level?.number ?? 0) < 0;
  const notes = [
    ...(tunnel === 'building_passage' ? ['Passage through a building'] : []),
    ...(covered === 'no' ? [] : ['Covered']),
  ];
  if (isBelow) return { level: { type: 'below' }, notes };
  if (!level || level.number === 0) return { level: { type: 'ground' }, notes };
  return { level: { type: 'floor', number: level.number, name: level.name }, notes };
}

/** Places that say where a thing lies and need no floor of their own. */
const placed = ['underground', 'overground', 'surface', 'outdoor', 'indoor'];
