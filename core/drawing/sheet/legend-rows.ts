import type { NamedBand } from '../../analysis/coverage/view-bands.ts';
import { levelProfileOf } from '../../catalogue/level-profiles.ts';
import type { Point } from '../../geometry/point.ts';
import type { PlacedKind, PlacedRecord, RecordState } from '../../plan/kinds/index.ts';
import { isPlacedKind, kindOf, kinds, settingsOf } from '../../plan/plan.ts';
import { inkOfView } from '../coverage/draw-field.ts';
import { levelOpacity } from '../coverage/field-items.ts';
import type { DrawItem } from '../draw-item.ts';
import { drawRecord } from '../draw-record.ts';
import { lookOf, lookOfKind } from '../kinds/index.ts';
import { type LegendGroup, SAMPLE_WIDTH } from '../kinds/parts/sample-shapes.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, linePath, pathItem, stroke } from '../paths.ts';
import { type Scene, sceneOf } from '../scene.ts';
import { stateMark } from '../tag.ts';
import { isDrawn } from './coverage-notes.ts';
import { fitOf, type SampleFit } from './fit-sample.ts';
import type { FrameContent } from './frame-content.ts';
import { edgeOf, words } from './furniture.ts';
import { smaller } from './shrink.ts';

/** A row of the legend: a heading, or a sample around a place (page millimetres) with its name and number. */
export type LegendRow =
  | { readonly type: 'heading'; readonly title: string; readonly note: string }
  | {
      readonly type: 'entry';
      readonly name: string;
      readonly count: number | null;
      readonly sample: (at: Point, unit: number) => readonly DrawItem[];
    };

type Entry = Extract<LegendRow, { type: 'entry' }>;

/** Millimetres of paper for a metre of a sample, on A3. */
const MM_PER_METRE = 5;
/** Symbols are a little smaller than on the plan, so that rows can be close. */
const SYMBOL_SHARE = 0.85;
/** The scale at which samples are drawn: ticks of fences close enough for a short line. */
const SAMPLE_VIEW = { scale: 160, rotation: 0 };

type Place = { readonly at: Point; readonly unit: number; readonly fit: SampleFit };

/** An item in metres around the sample's place, moved and scaled to the page. */
function placed(item: DrawItem, { at, unit, fit }: Place): DrawItem {
  const mm = MM_PER_METRE * unit;
  const factor = mm * fit.share;
  const moved = ({ x, y }: Point): Point => ({
    x: at.x + fit.by.x * mm + x * factor,
    y: at.y - fit.by.y * mm - y * factor,
  });
  if (item.type === 'image' || item.type === 'text') return item;
  if (item.type === 'symbol')
    return smaller({ ...item, at: moved(item.at) }, SYMBOL_SHARE * fit.share * unit);
  const path = item.path.map((step): (typeof item.path)[number] => {
    if (step[0] === 'Z') return step;
    const { x, y } = moved({ x: step[1], y: step[2] });
    if (step[0] === 'A') return ['A', x, y, step[3] * factor, -step[4], -step[5], !step[6]];
    if (step[0] !== 'C') return [step[0], x, y];
    const [second, last] = [moved({ x: step[3], y: step[4] }), moved({ x: step[5], y: step[6] })];
    return ['C', x, y, second.x, second.y, last.x, last.y];
  });
  return { ...item, path };
}

/** A ring of two points, which stands for a boundary line, drawn once instead of there and back. */
function opened(item: DrawItem): DrawItem {
  return item.type === 'path' && item.path.length === 3 && item.path[2]?.[0] === 'Z'
    ? { ...item, path: item.path.slice(0, 2) }
    : item;
}

type SampleOf = (record: PlacedRecord, at: Point) => readonly PlacedRecord[];

/** What a record of this look is drawn like, by the very drawer that draws it on the plan. */
function sampleOf(record: PlacedRecord, scene: Scene): Entry['sample'] {
  return (at, unit) => {
    const sample = lookOf(record).legend?.sample as SampleOf | undefined;
    const records = sample?.({ ...record, state: 'existing', tag: null }, { x: 0, y: 0 }) ?? [];
    const shown: Scene = {
      ...scene,
      lookup: (id) => records.find((each) => each.id === id) ?? scene.lookup(id),
      wallsAt: () => [],
    };
    const items = records
      .flatMap((each) => drawRecord(each, shown))
      .filter((item) => item.type !== 'text')
      .map(opened);
    const fit = fitOf(items, SYMBOL_SHARE / MM_PER_METRE);
    return items.map((item) => placed(item, { at, unit, fit }));
  };
}

type Looks = Map<string, { readonly first: PlacedRecord; count: number | null }>;

/** Adds the names under which the records of one kind stand in the legend, and counts them. */
function addLooks(looks: Looks, kind: PlacedKind, records: readonly PlacedRecord[]): void {
  const { legend } = lookOfKind(kind);
  const nameOf = legend?.name as ((record: PlacedRecord) => string | null) | undefined;
  const countOf = legend?.count as ((record: PlacedRecord) => number) | undefined;
  for (const record of records) {
    const name = nameOf?.(record) ?? null;
    if (name === null) continue;
    const look = looks.get(name) ?? { first: record, count: countOf ? 0 : null };
    if (countOf) look.count = (look.count ?? 0) + countOf(record);
    looks.set(name, look);
  }
}

/** One row for every look of the records of a group, in the order of the kinds. */
function kindRows({ records, plan }: FrameContent, group: LegendGroup): readonly Entry[] {
  const scene = sceneOf(plan, SAMPLE_VIEW);
  const looks: Looks = new Map();
  for (const kind of kinds) {
    if (!isPlacedKind(kind) || lookOfKind(kind).legend?.group !== group) continue;
    addLooks(
      looks,
      kind,
      records.filter((record) => kindOf(record.id) === kind),
    );
  }
  return [...looks].map(([name, { first, count }]) => ({
    type: 'entry',
    name,
    count,
    sample: sampleOf(first, scene),
  }));
}

function coverageRows({ shown }: FrameContent): readonly Entry[] {
  if (!shown || !isDrawn(shown.coverage)) return [];
  const { bands, view, levels } = shown.coverage;
  const nameOf = ({ key, name }: NamedBand) => {
    const level = view === 'levels' ? levels.find((each) => each.key === key) : undefined;
    return level ? `${name} ≥ ${level.pixelsPerMetre} px/m` : name;
  };
  const ink = inkOfView(view);
  return bands.map((band, index) => ({
    type: 'entry',
    name: nameOf(band),
    count: null,
    sample: ({ x, y }, unit) => {
      const [width, height] = [SAMPLE_WIDTH * MM_PER_METRE * unit, 3.2 * unit];
      const box = { left: x - width / 2, top: y - height / 2, width, height };
      return [
        pathItem(edgeOf(box), {
          fill: fill(ink, levelOpacity(index, bands.length)),
          stroke: stroke(ink, lineWeights.hatch),
        }),
        words(band.letter, x, y, { anchor: 'middle', weight: 'semibold', sizeMm: 2 * unit }),
      ];
    },
  }));
}

const stateNames: { readonly [S in RecordState]: string } = {
  existing: 'Existing',
  proposed: 'Proposed',
  deficient: 'Deficient',
  removed: 'To be removed',
};

function stateRows({ records }: FrameContent): readonly Entry[] {
  const states = (Object.keys(stateNames) as RecordState[]).filter((state) =>
    records.some((record) => record.state === state),
  );
  return states.map((state) => ({
    type: 'entry',
    name: stateNames[state],
    count: null,
    sample: ({ x, y }, unit) => {
      const half = (SAMPLE_WIDTH / 2) * MM_PER_METRE * unit;
      const line = linePath({ x: x - half, y }, { x: x + half, y });
      const mark = stateMark(state, { x: 0, y: 0 });
      const items: DrawItem[] = [
        pathItem(line, {
          stroke: stroke(state, lineWeights.cut, state === 'removed' ? 'dashed' : 'solid'),
        }),
      ];
      if (mark) items.push({ type: 'symbol', at: { x, y }, angle: 0, parts: [mark], detail: 'always' });
      return items;
    },
  }));
}

/** The rows of a sheet's legend: exactly the looks that are on it, devices counted. */
export function legendRows(content: FrameContent): readonly LegendRow[] {
  const profile = levelProfileOf(settingsOf(content.plan)).title;
  const groups = [
    { title: 'Site', note: '', entries: kindRows(content, 'site') },
    { title: 'Protective devices', note: 'No.', entries: kindRows(content, 'devices') },
    { title: 'Routes and intent', note: '', entries: kindRows(content, 'intent') },
    { title: 'Camera coverage', note: profile, entries: coverageRows(content) },
    { title: 'State', note: '', entries: stateRows(content) },
  ];
  return groups.flatMap(({ title, note, entries }) =>
    entries.length === 0 ? [] : [{ type: 'heading' as const, title, note }, ...entries],
  );
}
