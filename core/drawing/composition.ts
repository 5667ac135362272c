import type { PlacedKind, PlacedRecord } from '../plan/kinds/index.ts';
import { asSeenIn } from '../plan/parts/state-view.ts';
import type { DrawItem } from './draw-item.ts';
import { drawRecord } from './draw-record.ts';
import { lookOfKind, paintOrder } from './kinds/index.ts';
import { type LineToAvoid, lineToAvoid, type RecordLabel, withoutLabel } from './labels/record-label.ts';
import type { Scene } from './scene.ts';

/** What a record gives to a stratum: what is painted in its place, and what is written over all of them. */
export type Drawn = {
  readonly body: readonly DrawItem[];
  readonly labels: readonly RecordLabel[];
  /** The line that labels should not cross, plan metres. */
  readonly line: LineToAvoid | null;
};

/** The parts of a picture: the surfaces that all stands on, all that stands. What cameras see lies between them. */
export const stages = ['ground', 'standing'] as const;
export type Stage = (typeof stages)[number];

/**
 * A layer of a picture: what the records of one kind give to it.
 *
 * Within a stratum records lie by their `order`.
 */
export type Stratum = {
  readonly stage: Stage;
  readonly kind: PlacedKind;
  readonly draw: (record: PlacedRecord, scene: Scene) => Drawn;
};

/** From far out symbols are dots, texts and pictures are left to the painter, and nothing is labelled. */
function fromFar(items: readonly DrawItem[]): Drawn {
  const body = items.filter(({ type, detail }) => type !== 'path' || detail === 'always');
  return { body, labels: [], line: null };
}

function drawnRecord(record: PlacedRecord, scene: Scene): Drawn {
  if (scene.isFar) return fromFar(drawRecord(record, scene));
  const { body, label } = withoutLabel(record, drawRecord(record, scene), scene.plan);
  return { body, labels: label ? [label] : [], line: lineToAvoid(record, scene.plan) };
}

type Draw = Stratum['draw'];

/** What is to be removed still stands in the view of today, whatever is drawn of it. */
const asSeen =
  (draw: Draw): Draw =>
  (record, scene) =>
    draw(asSeenIn(record, scene.states), scene);

const ofRecords = (stage: Stage, lies: 'on-ground' | 'above-coverage'): readonly Stratum[] =>
  paintOrder
    .filter((kind) => lookOfKind(kind).lies === lies)
    .map((kind) => ({ stage, kind, draw: asSeen(drawnRecord) }));

/** THE order of a picture, the lowest first: of the window, of every sheet. Labels lie over all of it. */
export const strata: readonly Stratum[] = [
  ...ofRecords('ground', 'on-ground'),
  ...ofRecords('standing', 'above-coverage'),
];
