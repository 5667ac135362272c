import type { SnapName } from '../editor/snap/snap-kinds.ts';

/** Half the width of the mark at a snapped place, and how far its name may reach. CSS pixels. */
export const MARK_PX = 5;
export const MARK_NAME_PX = 150;

type Place = { readonly left: number; readonly top: number };
/** Points of a line in half widths of the mark: right and down. */
type Line = readonly (readonly [x: number, y: number])[];

const square: Line = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
];
const slash: Line = [
  [-1, 1],
  [1, -1],
];
const backslash: Line = [
  [-1, -1],
  [1, 1],
];

const lines: { readonly [N in SnapName]?: readonly Line[] } = {
  end: [square],
  middle: [
    [
      [-1, 1],
      [1, 1],
      [0, -1],
      [-1, 1],
    ],
  ],
  intersection: [slash, backslash],
  apparent: [square, slash, backslash],
  perpendicular: [
    [
      [-1, -1.2],
      [-1, 1],
      [1.2, 1],
    ],
    [
      [-1, 0],
      [0, 0],
      [0, 1],
    ],
  ],
  edge: [[...slash, [-1, -1], [1, 1], [-1, 1]]],
  parallel: [
    [
      [-1, 0.6],
      [0.6, -1],
    ],
    [
      [-0.6, 1],
      [1, -0.6],
    ],
  ],
  angle: [
    [
      [1.2, 1],
      [-1, 1],
      [0.8, -1],
    ],
  ],
  tangent: [
    [
      [-1.2, -1],
      [1.2, -1],
    ],
  ],
  extension: [
    [
      [-1, 0],
      [1, 0],
    ],
    [
      [0, -1],
      [0, 1],
    ],
  ],
};

const round: ReadonlySet<SnapName> = new Set(['centre', 'tangent', 'grid', 'none', 'ortho']);

/** Each kind of snap has its own shape, as in CAD: square end, triangle middle, cross intersection. */
export function snapMark(context: CanvasRenderingContext2D, name: SnapName, { left, top }: Place): void {
  for (const line of lines[name] ?? []) {
    for (const [index, [x, y]] of line.entries()) {
      if (index === 0) context.moveTo(left + x * MARK_PX, top + y * MARK_PX);
      else context.lineTo(left + x * MARK_PX, top + y * MARK_PX);
    }
  }
  if (!round.has(name)) return;
  context.moveTo(left + MARK_PX - 1, top);
  context.arc(left, top, MARK_PX - 1, 0, Math.PI * 2);
}

/** On which sides of a mark its name fits into the window. */
export type MarkRoom = { readonly isRight: boolean; readonly isAbove: boolean };

/** The name of the snap above and to the right of the mark, where there is room, legible over what is drawn. */
export function nameMark(
  context: CanvasRenderingContext2D,
  name: string,
  {
    left,
    top,
    room,
    colour,
    ground,
  }: Place & { readonly room: MarkRoom; readonly colour: string; readonly ground: string },
): void {
  context.font = '500 11px Inter, sans-serif';
  context.textAlign = room.isRight ? 'left' : 'right';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = ground;
  const x = left + (room.isRight ? 1 : -1) * (MARK_PX + 5);
  const y = room.isAbove ? top - MARK_PX - 3 : top + MARK_PX + 12;
  context.strokeText(name, x, y);
  context.fillStyle = colour;
  context.fillText(name, x, y);
}
