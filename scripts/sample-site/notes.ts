import type { Point } from '../../core/geometry/point.ts';
import type { IdOf, RecordOf } from '../../core/plan/kinds/index.ts';
import { at, type SiteBuilder } from './site-builder.ts';

type Anchor = RecordOf<'dimension'>['anchors'][number];
type Noted = Extract<Anchor, { type: 'attached' }>['record'];

const free = (x: number, y: number): Anchor => ({ type: 'free', at: at(x, y) });
const corner = (record: Noted, index: number): Anchor => ({
  type: 'attached',
  record,
  place: { type: 'vertex', index },
});
const middle = (record: Noted): Anchor => ({ type: 'attached', record, place: { type: 'centre' } });

/** The first record of a kind that meets a condition. */
function found<
  K extends 'building' | 'area' | 'gate' | 'propertyLine' | 'barrier' | 'bollards' | 'camera' | 'fence',
>(site: SiteBuilder, kind: K, is: (record: RecordOf<K>) => boolean = () => true): IdOf<K> {
  const record = site.records.find((each) => each.id.startsWith(`${kind}:`) && is(each as RecordOf<K>));
  if (!record) throw new Error(`The sample has no such ${kind}.`);
  return record.id as IdOf<K>;
}

function measure(
  site: SiteBuilder,
  anchors: readonly Anchor[],
  offset: number,
  text: string | null = null,
): void {
  site.add('dimension', { anchors: [...anchors], offset, text });
}

/** Dimensions of the site: what keeps vehicles away, and how far. */
export function addSiteDimensions(site: SiteBuilder): void {
  const property = found(site, 'propertyLine');
  measure(site, [corner(property, 3), corner(property, 2)], 6);
  measure(site, [corner(property, 3), corner(property, 0)], -5);
  measure(site, [free(57.6, -9.5), free(57.6, 9.825)], 0, '<> kerb to front');
  measure(site, [free(47, 5.25), free(47, 9.825)], 0);
  measure(site, [free(50.175, 12.8), free(66, 12.8)], 0, '<> to parking');
  measure(site, [free(50.175, 34.6), free(91.5, 34.6)], 4.6, '<> kerb to building');
  measure(site, [free(59, 48), free(59, 58)], -0.9);
  measure(site, [corner(found(site, 'gate'), 0), corner(found(site, 'gate'), 1)], -2.9);
  measure(site, [free(72.4, 47.8), free(83.6, 47.8)], 2.2);
  site.add('dimension', { type: 'coordinate', anchors: [corner(property, 0)], offset: 3, direction: -2.4 });
  site.add('dimension', { type: 'coordinate', anchors: [corner(property, 2)], offset: 3, direction: 0.6 });
}

/** Dimensions of the building, on the sheet of the ground floor. */
export function addBuildingDimensions(site: SiteBuilder): void {
  const front: readonly Anchor[] = [10, 17, 33, 42, 50].map((x) => free(x, 10));
  site.add('dimension', { type: 'chain', anchors: [...front], offset: -1.4 });
  const building = found(site, 'building');
  measure(site, [corner(building, 0), corner(building, 1)], -2.3);
  measure(site, [corner(building, 5), corner(building, 0)], -1.9);
  measure(site, [corner(building, 1), corner(building, 2)], -1.9);
}

type Callout = readonly [anchor: Anchor, place: Point, text: string];

function addCallouts(site: SiteBuilder, callouts: readonly Callout[], first: number): void {
  callouts.forEach(([anchor, place, text], index) => {
    site.add('callout', { anchor, at: place, text, number: String(first + index), state: 'existing' });
  });
}

/** What the layout proposes, in a column on each side of the property. */
export function addSiteCallouts(site: SiteBuilder): void {
  addCallouts(site, [...frontCallouts(site), ...fenceCallouts(site), ...entryCallouts(site)], 1);
}

function frontCallouts(site: SiteBuilder): readonly Callout[] {
  const first = (kind: 'barrier' | 'bollards', tag: string) =>
    found(site, kind, (record) => record.tag === tag);
  return [
    [
      corner(first('barrier', 'W-1'), 0),
      at(-9.5, 8.6),
      'Anti-ram wall M50-P1 up to\nthe corner of the property',
    ],
    [
      middle(first('bollards', 'B-1')),
      at(-9.5, 3.4),
      'Bollards M50-P1 at 1.4 m:\nclear gap 1.15 m, plaza stays open',
    ],
    [corner(first('barrier', 'PL-1'), 0), at(-9.5, -2), 'Planters are not anchored:\ntaken away in phase 1'],
  ];
}

function fenceCallouts(site: SiteBuilder): readonly Callout[] {
  const thermal = found(site, 'camera', ({ type }) => type === 'thermal');
  const broken = found(site, 'camera', ({ state }) => state === 'deficient');
  const clearZone = found(site, 'area', ({ use }) => use === 'clear-zone');
  const yardFence = found(site, 'fence', ({ tag }) => tag === 'F-2');
  return [
    [middle(thermal), at(-9.5, 16.4), 'Thermal camera along the\nwest fence'],
    [corner(clearZone, 3), at(-9.5, 62.6), 'Clear zone without planting\nor parked vehicles'],
    [middle(broken), at(29.4, 68.4), 'Camera shows nothing at night:\ninfrared light to be replaced'],
    [corner(yardFence, 0), at(61.6, 68.4), 'Delivery yard fenced\nin phase 2'],
  ];
}

function entryCallouts(site: SiteBuilder): readonly Callout[] {
  const cable = (tag: string) => found(site, 'barrier', (record) => record.tag === tag);
  return [
    [corner(cable('CB-2'), 1), at(102, 52), 'Cable barrier M30-P3 closes the\nline between street and entry'],
    [free(80.6, 42.2), at(102, 46), 'Search bay between arm and wedge:\nnever both open at once'],
    [free(87.1, 22), at(102, 22), 'Cable barrier M30-P3 in front\nof the fence'],
  ];
}

/** What the layout proposes indoors. */
export function addIndoorCallouts(site: SiteBuilder): void {
  addCallouts(
    site,
    [
      [free(23.6, 16.8), at(26.2, 12.6), 'Second walk-through\ndetector for peak hours'],
      [free(20.4, 39.4), at(29.6, 41), 'Fingerprint readers at\nserver and control room'],
      [free(28, 15.3), at(29.6, 13.9), 'Way out only'],
    ],
    21,
  );
}

/** Plain notes. */
export function addNotes(site: SiteBuilder): void {
  const note = (x: number, y: number, text: string) => site.add('text', { at: at(x, y), text, sizeMm: 2.2 });
  note(63, 62.3, 'Deliveries by appointment');
  note(30, -11.4, 'No stopping between 3rd Avenue and the plaza');
}
