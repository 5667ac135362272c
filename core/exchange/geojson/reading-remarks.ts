import { listed, SourcesByReason } from '../sources-by-reason.ts';
import type { ReadFeature } from './feature.ts';

const count = (value: number) => value.toLocaleString('en-US');

/** What of the features has no place in a drawing, and what was read although the format forbids it. */
export function readingRemarks(features: readonly ReadFeature[]): readonly string[] {
  const odd = new SourcesByReason();
  for (const feature of features) for (const each of feature.odd) odd.add(each, feature.element.source);
  return [
    ...odd.remarks('Read all the same'),
    ...ringRemarks(features),
    ...idRemarks(features),
    ...numberRemarks(features),
  ];
}

function ringRemarks(features: readonly ReadFeature[]): readonly string[] {
  const open = features.filter(({ geometry }) => geometry.openRings > 0);
  if (open.length === 0) return [];
  const rings = open.reduce((sum, { geometry }) => sum + geometry.openRings, 0);
  const what = rings === 1 ? 'ring that does not come back to its' : 'rings that do not come back to their';
  return [`Closed: ${count(rings)} ${what} first corner (${listed(open.map(sourceOf))}).`];
}

const sourceOf = ({ element }: ReadFeature) => element.source;

function idRemarks(features: readonly ReadFeature[]): readonly string[] {
  const ids = new Set<string | number>();
  const again: string[] = [];
  for (const feature of features) {
    if (feature.id === null) continue;
    if (ids.has(feature.id)) again.push(sourceOf(feature));
    ids.add(feature.id);
  }
  if (again.length === 0) return [];
  const [have, each] = again.length === 1 ? ['feature has', 'it'] : ['features have', 'each'];
  return [
    `${count(again.length)} ${have} the id of an earlier one (${listed(again)}): ${each} is read as another one.`,
  ];
}

function numberRemarks(features: readonly ReadFeature[]): readonly string[] {
  const heights = features.reduce((sum, { geometry }) => sum + geometry.heights, 0);
  const further = features.reduce((sum, { geometry }) => sum + geometry.further, 0);
  return [
    ...(heights > 0 ? [`Not used: heights in the coordinates (${count(heights)} ×).`] : []),
    ...(further > 0 ? [`Not used: numbers after the height in the coordinates (${count(further)} ×).`] : []),
  ];
}
