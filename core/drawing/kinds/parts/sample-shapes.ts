import { add, type Point, polar } from '../../../geometry/point.ts';
import type { PlacedKind, PlacedRecord, RecordOf } from '../../../plan/kinds/index.ts';

export type LegendGroup = 'site' | 'devices' | 'intent';

/** Records of the kind it stands for, laid out as a sample is: in a box of 2 × 0.64 m around a point. */
export type Sample<K extends PlacedKind> = {
  readonly group: LegendGroup;
  /** What a record is called in the legend: one row for each name. Null leaves it out. */
  readonly name: (record: RecordOf<K>) => string | null;
  readonly sample: (record: RecordOf<K>, at: Point) => readonly PlacedRecord[];
  /** How many pieces a record stands for; kinds without it are not counted. */
  readonly count?: (record: RecordOf<K>) => number;
};

export const SAMPLE_WIDTH = 2;
export const SAMPLE_HEIGHT = 0.64;

export const along = (at: Point): Point[] => [
  { x: at.x - SAMPLE_WIDTH / 2, y: at.y },
  { x: at.x + SAMPLE_WIDTH / 2, y: at.y },
];

/** The corners of a box around a sample's place, as wide and high as a sample may be unless told. */
export function around(at: Point, width = SAMPLE_WIDTH, height = SAMPLE_HEIGHT): Point[] {
  const [x, y] = [width / 2, height / 2];
  return [
    { x: at.x - x, y: at.y - y },
    { x: at.x + x, y: at.y - y },
    { x: at.x + x, y: at.y + y },
    { x: at.x - x, y: at.y + y },
  ];
}

/** A round outline around a sample's place. */
export function circleAround(at: Point, radius: number): Point[] {
  return Array.from({ length: 16 }, (_, index) => add(at, polar((index * Math.PI) / 8, radius)));
}

export const one = () => 1;
