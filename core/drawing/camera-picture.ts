import type { PicturePlace } from '../analysis/image/picture-place.ts';
import type { PictureItem } from '../analysis/picture/picture-item.ts';
import type { Ink, PageGroup, Path, PathItem, PathStep } from './draw-item.ts';
import { lineWeights } from './line-weights.ts';
import { fill, pathItem, ringPath, stroke } from './paths.ts';
import { paintOf } from './picture-colours.ts';

/** A rectangle of a page, millimetres from its upper left corner. */
export type PageBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** The picture of a camera as a part of a page, filling a box; what the box has more of one side stays empty. */
export function pictureGroup(
  items: readonly PictureItem[],
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  box: PageBox,
): PageGroup {
  const scale = Math.min(box.width / widthPx, box.height / heightPx);
  const [width, height] = [widthPx * scale, heightPx * scale];
  const left = box.left + (box.width - width) / 2;
  const top = box.top + (box.height - height) / 2;
  return {
    items: [...items.map((item) => printed(item, height)), frame(widthPx, heightPx)],
    toPaper: [scale, 0, 0, scale, left, top],
    clip: { left, top, width, height },
  };
}

const pointOf = ({ left, top }: PicturePlace) => ({ x: left, y: top });

function printed(item: PictureItem, heightMm: number): PathItem {
  const { colour, opacity, width } = paintOf(item, 'print');
  const line = width === 0 ? null : stroke(colour as Ink, width * heightMm);
  if (item.type === 'line')
    return pathItem(
      item.points.map((point, index): PathStep => [index === 0 ? 'M' : 'L', point.left, point.top]),
      { stroke: line },
    );
  const path: Path = item.rings.flatMap((ring) => ringPath(ring.map(pointOf)));
  return pathItem(path, { fill: fill(colour as Ink, opacity), stroke: line });
}

function frame(widthPx: number, heightPx: number): PathItem {
  const corners = [
    { x: 0, y: 0 },
    { x: widthPx, y: 0 },
    { x: widthPx, y: heightPx },
    { x: 0, y: heightPx },
  ];
  return pathItem(ringPath(corners), { stroke: stroke('ink', lineWeights.object) });
}
