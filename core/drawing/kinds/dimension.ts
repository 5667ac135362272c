import { angleOf, distanceBetween, midpoint, type Point, polar } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import {
  type AngleFigure,
  type DimensionFigure,
  dimensionFigure,
  figureLine,
  type LengthFigure,
  type RadiusFigure,
  type WrittenFigure,
} from '../../plan/notes/dimension-figure.ts';
import { settingsOf } from '../../plan/plan.ts';
import { boundsOf } from '../../plan/shape.ts';
import { inkUnless, label, stateStroke } from '../appearance.ts';
import { figuresOf, writtenOver } from '../dimension-text.ts';
import type { DrawItem, Ink, Path, Stroke, TextItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, pathItem, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';

// ISO 129-1:2018 draws in thin lines with extension lines that go on beyond the dimension line, by about
// eight times its width, and oblique strokes or closed arrows as terminators; sizes on paper, millimetres.
const BEYOND_MM = 1.6;
const TICK_MM = 1.1;
const ARROW_MM = { length: 2.5, half: 0.45 };
const TEXT_MM = 2.2;
const ABOVE_MM = 1.7;
const GAP_MM = 1;
/** A chain of more lengths is one figure that says how many there are: nobody reads each of so many. */
const MOST_FIGURES = 2000;
/** Zoomed in, the gap at the foot must not grow with the sheet's scale; metres. */
const LARGEST_GAP = 0.15;

/** What everything of one dimension is drawn with. */
type Pen = { readonly scene: Scene; readonly ink: Ink; readonly line: Stroke; readonly over: string | null };

/** The figure as drafting writes it: above its line, readable from below or from the right. */
export function drawDimension(dimension: RecordOf<'dimension'>, scene: Scene): DrawItem[] {
  const figure = dimensionFigure(dimension, scene.lookup);
  const ink = inkUnless(dimension, 'ink', scene);
  const pen = { scene, ink, line: stateStroke(dimension, ink, lineWeights.hatch), over: dimension.text };
  if (!figure) return unmeasured(dimension, pen);
  // The figures of a long chain would be written only to be left out.
  if (figure.type === 'lengths' && scene.isFar) return [lengthLines(figure, pen)];
  const items = drawn(figure, pen);
  return scene.isFar ? items.filter(({ type }) => type === 'path') : items;
}

function drawn(figure: DimensionFigure, pen: Pen): DrawItem[] {
  if (figure.type === 'lengths') return drawLengths(figure, pen);
  if (figure.type === 'angle') return drawAngle(figure, pen);
  return figure.type === 'radius' ? drawRadius(figure, pen) : drawWritten(figure, pen);
}

/** A sign where there is nothing to measure any more: the person must see it to put it right. */
function unmeasured(dimension: RecordOf<'dimension'>, { scene, ink }: Pen): DrawItem[] {
  const box = boundsOf(dimension, scene.plan);
  if (!box) return [];
  const at = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  return [label('?', at, { ink, sizeMm: TEXT_MM, angle: -scene.view.rotation, detail: 'normal' })];
}

/** The angle of a text along a line so that it reads from below, or from the right where the line is upright. */
function readableAngle(along: number, scene: Scene): number {
  const onPage = along + scene.view.rotation;
  const turned = Math.atan2(Math.sin(onPage), Math.cos(onPage));
  const isUpsideDown = turned > Math.PI / 2 + 1e-6 || turned <= -Math.PI / 2 + 1e-6;
  return isUpsideDown ? along + Math.PI : along;
}

function textAbove(words: string, at: Point, along: number, { scene, ink }: Pen): TextItem {
  const angle = readableAngle(along, scene);
  const offsetMm = polar(angle + scene.view.rotation + Math.PI / 2, ABOVE_MM);
  return label(words, at, { angle, offsetMm, sizeMm: TEXT_MM, weight: 'regular', ink, detail: 'normal' });
}

function extension(foot: Point, head: Point, scene: Scene): Path {
  const reach = distanceBetween(foot, head);
  const gap = Math.min((GAP_MM * scene.view.scale) / 1000, LARGEST_GAP, reach / 5);
  if (reach < 0.001) return [];
  const part = gap / reach;
  const start = { x: foot.x + (head.x - foot.x) * part, y: foot.y + (head.y - foot.y) * part };
  return linePath(start, head);
}

/** The oblique stroke where a line ends, and the extension line going on beyond it. */
function terminator(head: Point, foot: Point, along: number, { ink, line }: Pen): DrawItem {
  const isAbove = distanceBetween(foot, head) < 0.001 || isLeftOf(head, foot, along);
  const beyond = { x: 0, y: isAbove ? BEYOND_MM : -BEYOND_MM };
  const tick = linePath({ x: -TICK_MM, y: -TICK_MM }, { x: TICK_MM, y: TICK_MM });
  return {
    type: 'symbol',
    at: head,
    angle: along,
    parts: [
      { path: linePath({ x: 0, y: 0 }, beyond), stroke: line, fill: null },
      { path: tick, stroke: stroke(ink, lineWeights.object), fill: null },
    ],
    detail: 'normal',
  };
}

function isLeftOf(head: Point, foot: Point, along: number): boolean {
  return (head.y - foot.y) * Math.cos(along) - (head.x - foot.x) * Math.sin(along) > 0;
}

function lengthLines({ points }: LengthFigure, pen: Pen): DrawItem {
  const heads = points.map(({ head }) => head);
  const extensions = points.flatMap(({ foot, head }) => extension(foot, head, pen.scene));
  return pathItem([...openPath(heads), ...extensions], { stroke: pen.line, detail: 'normal' });
}

function drawLengths(figure: LengthFigure, pen: Pen): DrawItem[] {
  const { direction, points } = figure;
  const heads = points.map(({ head }) => head);
  if (heads.length > MOST_FIGURES) return [lengthLines(figure, pen), ...chainSummary(heads, direction, pen)];
  const texts = points.slice(1).map(({ head }, index) => {
    const before = heads[index] ?? head;
    const words = writtenOver(pen.over, lengthWords(distanceBetween(before, head), pen.scene));
    return textAbove(words, midpoint(before, head), direction, pen);
  });
  return [
    lengthLines(figure, pen),
    ...points.map(({ head, foot }) => terminator(head, foot, direction, pen)),
    ...texts,
  ];
}

/** The whole length of a chain, and how many it is made of. */
function chainSummary(heads: readonly Point[], direction: number, pen: Pen): DrawItem[] {
  const [first, last] = [heads[0], heads.at(-1)];
  if (!first || !last) return [];
  const whole = writtenOver(pen.over, lengthWords(distanceBetween(first, last), pen.scene));
  const count = (heads.length - 1).toLocaleString('en-US');
  return [textAbove(`${whole} in ${count} lengths`, midpoint(first, last), direction, pen)];
}

function lengthWords(metres: number, { plan }: Scene): string {
  return figuresOf.length(metres, settingsOf(plan).displayUnit);
}

/** A closed, filled arrow whose point is at `at`, flying in a direction. */
function arrow(at: Point, direction: number, { ink }: Pen): DrawItem {
  const { length, half } = ARROW_MM;
  const path: Path = [['M', 0, 0], ['L', -length, half], ['L', -length, -half], ['Z']];
  const parts = [{ path, stroke: null, fill: fill(ink) }];
  return { type: 'symbol', at, angle: direction, parts, detail: 'normal' };
}

function drawAngle(figure: AngleFigure, pen: Pen): DrawItem[] {
  const { apex, radius, start, sweep, legs } = figure;
  const turn = Math.sign(sweep) || 1;
  const ends = [start, start + sweep] as const;
  const middle = start + sweep / 2;
  const place = (angle: number, from = radius) => {
    const by = polar(angle, from);
    return { x: apex.x + by.x, y: apex.y + by.y };
  };
  // A leg that ends short of the arc is led on to it.
  const led = legs.flatMap((leg, index): Path => {
    const reach = distanceBetween(apex, leg);
    return reach < radius ? extension(leg, place(ends[index] ?? 0), pen.scene) : [];
  });
  const arc: Path = [
    ['M', place(start).x, place(start).y],
    ['A', apex.x, apex.y, radius, ...ends, turn > 0],
  ];
  const words = writtenOver(pen.over, figuresOf.angle(Math.abs(sweep)));
  return [
    pathItem([...arc, ...led], { stroke: pen.line, detail: 'normal' }),
    arrow(place(ends[0]), ends[0] - (turn * Math.PI) / 2, pen),
    arrow(place(ends[1]), ends[1] + (turn * Math.PI) / 2, pen),
    textAbove(words, place(middle), middle + Math.PI / 2, pen),
  ];
}

function drawRadius(figure: RadiusFigure, pen: Pen): DrawItem[] {
  const { centre, rim, tip } = figure;
  const outward = angleOf(centre, rim);
  const isInside = distanceBetween(centre, tip) < distanceBetween(centre, rim);
  const words = writtenOver(pen.over, `R ${lengthWords(distanceBetween(centre, rim), pen.scene)}`);
  // The words end where the line does, whichever way they are read.
  const isTurned = readableAngle(outward, pen.scene) !== outward;
  const cross = [...linePath({ x: -1, y: 0 }, { x: 1, y: 0 }), ...linePath({ x: 0, y: -1 }, { x: 0, y: 1 })];
  return [
    pathItem(openPath(figureLine(figure)), { stroke: pen.line, detail: 'normal' }),
    {
      type: 'symbol',
      at: centre,
      angle: 0,
      parts: [{ path: cross, stroke: pen.line, fill: null }],
      detail: 'normal',
    },
    arrow(rim, isInside ? outward : outward + Math.PI, pen),
    { ...textAbove(words, tip, outward, pen), anchor: isTurned === isInside ? 'end' : 'start' },
  ];
}

function drawWritten(figure: WrittenFigure, pen: Pen): DrawItem[] {
  const { scene, ink } = pen;
  const { displayUnit } = settingsOf(scene.plan);
  const angle = 0 - scene.view.rotation;
  const look = { angle, sizeMm: TEXT_MM, ink, detail: 'normal', weight: 'regular' } as const;
  if (figure.type === 'area') {
    const words = writtenOver(pen.over, figuresOf.area(figure.squareMetres, displayUnit));
    return [label(words, figure.at, look)];
  }
  const { from, at } = figure;
  const words = writtenOver(pen.over, figuresOf.coordinate(from, displayUnit));
  const isRight = Math.cos(angleOf(from, at) + scene.view.rotation) >= 0;
  const offsetMm = { x: isRight ? 0.8 : -0.8, y: 0 };
  const spot = { path: circlePath({ x: 0, y: 0 }, 0.5), stroke: null, fill: fill(ink) };
  return [
    pathItem(linePath(from, at), { stroke: pen.line, detail: 'normal' }),
    { type: 'symbol', at: from, angle: 0, parts: [spot], detail: 'normal' },
    label(words, at, { ...look, anchor: isRight ? 'start' : 'end', offsetMm }),
  ];
}

export const dimensionLook: KindLook<'dimension'> = {
  draw: drawDimension,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'name', rank: 17 },
  avoided: 0,
  legend: null,
};
