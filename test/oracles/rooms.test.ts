import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roomsWithin } from '../../core/derive/walls/rooms.ts';
import { Random } from '../../core/reference/random.ts';
import { record } from '../support/plan-builder.ts';

const PYTHON = '/usr/bin/python3';

/** Walls as boxes, square where others meet them; the surfaces that their union closes off, in square metres. */
const PROGRAM = `
import json, sys
from collections import Counter
from shapely.geometry import LineString, box
from shapely.ops import polygonize, unary_union
answer = []
for walls in json.load(sys.stdin):
    ends = Counter(tuple(e) for w in walls for e in w)
    joints = [box(x - 0.1, y - 0.1, x + 0.1, y + 0.1) for (x, y), n in ends.items() if n > 1]
    union = unary_union([LineString(w).buffer(0.1, cap_style=2) for w in walls] + joints)
    free = union.envelope.difference(union)
    parts = getattr(free, 'geoms', [free])
    inner = [p.area for p in parts if p.area > 0.5 and not p.touches(union.envelope.exterior)]
    faces = len(list(polygonize(unary_union([LineString(w) for w in walls]))))
    answer.append([sorted(inner), faces])
print(json.dumps(answer))
`;

type Line = readonly [readonly [number, number], readonly [number, number]];

/** A random part of a grid of 4 x 3 cells with all of its outer walls. */
function gridOf(random: Random): readonly Line[] {
  const lines: Line[] = [];
  for (let x = 0; x <= 4; x++)
    for (let y = 0; y <= 3; y++) {
      if (x < 4 && (y === 0 || y === 3 || random.between(0, 1) < 0.6))
        lines.push([
          [x * 4, y * 5],
          [x * 4 + 4, y * 5],
        ]);
      if (y < 3 && (x === 0 || x === 4 || random.between(0, 1) < 0.6))
        lines.push([
          [x * 4, y * 5],
          [x * 4, y * 5 + 5],
        ]);
    }
  return lines;
}

test('rooms have the surfaces that GEOS finds between the walls, through shapely, and are its faces', () => {
  if (!existsSync(PYTHON))
    throw new Error(`${PYTHON} is missing: install Debian's python3 and python3-shapely.`);
  const random = new Random(20_261_124);
  const grids = Array.from({ length: 60 }, () => gridOf(random));
  const answer = execFileSync(PYTHON, ['-c', PROGRAM], { input: JSON.stringify(grids), encoding: 'utf8' });
  const truth = JSON.parse(answer) as [number[], number][];
  for (const [index, lines] of grids.entries()) {
    const walls = lines.map(([[ax, ay], [bx, by]], number) =>
      record('wall', { id: number + 1, a: { x: ax, y: ay }, b: { x: bx, y: by }, thickness: 0.2 }),
    );
    const rooms = roomsWithin(walls) ?? [];
    const [areas = [], faces = 0] = truth[index] ?? [];
    const found = rooms.map(({ area }) => area).toSorted((one, other) => one - other);
    expect(found).toEqual(areas.map((area) => expect.closeTo(area, 6)));
    expect(rooms).toHaveLength(faces);
  }
});
