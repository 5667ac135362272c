import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { facesOf, wallFaces } from '../../core/derive/walls/wall-faces.ts';
import { WallNetwork } from '../../core/derive/walls/wall-network.ts';
import { distanceToSegment, type Segment } from '../../core/geometry/segment.ts';
import { Random } from '../../core/reference/random.ts';
import { record } from '../support/plan-builder.ts';

const PYTHON = '/usr/bin/python3';

/** The surfaces that lines go around, without regard to what stands free in them, in square metres. */
const PROGRAM = `
import json, sys
from shapely.geometry import LineString, Polygon
from shapely.ops import polygonize, unary_union
answer = []
for lines in json.load(sys.stdin):
    faces = polygonize(unary_union([LineString(line) for line in lines]))
    answer.append(sorted(Polygon(face.exterior).area for face in faces))
print(json.dumps(answer))
`;

type Line = readonly [readonly [number, number], readonly [number, number]];

/** Lines between places anywhere: they cross, but none ends on another, nor by a hair beside it. */
function tangle(random: Random): readonly Line[] {
  const place = () =>
    [Math.round(random.between(0, 20e3)) / 1e3, Math.round(random.between(0, 20e3)) / 1e3] as const;
  const lines: Line[] = [];
  while (lines.length < 14) {
    const line = [place(), place()] as const;
    const isApart = (end: Line[0], other: Line) =>
      distanceToSegment(pointOf(end), ...segmentOf(other)) > 0.01;
    const isClear = lines.every(
      (other) => line.every((end) => isApart(end, other)) && other.every((end) => isApart(end, line)),
    );
    if (isClear) lines.push(line);
  }
  return lines;
}

const pointOf = ([x, y]: Line[0]) => ({ x, y });
const segmentOf = ([a, b]: Line): Segment => [pointOf(a), pointOf(b)];

/** Lines along a grid that end at its crossings: many meet, stand on each other and cross. */
function grid(random: Random): readonly Line[] {
  const lines = new Map<string, Line>();
  for (let count = 0; count < 26; count++) {
    const [x, y, length] = [random.below(7) * 3, random.below(7) * 3, (random.below(3) + 1) * 3];
    const end = random.next() < 0.5 ? ([x + length, y] as const) : ([x, y + length] as const);
    lines.set(`${x} ${y} ${end}`, [[x, y], end]);
  }
  return [...lines.values()];
}

test('faces are those that GEOS finds in the drawn lines, through shapely, also after edits', () => {
  if (!existsSync(PYTHON))
    throw new Error(`${PYTHON} is missing: install Debian's python3 and python3-shapely.`);
  const random = new Random(20_261_130);
  const cases = Array.from({ length: 80 }, (_, index) => (index % 2 === 0 ? tangle(random) : grid(random)));
  const answer = execFileSync(PYTHON, ['-c', PROGRAM], { input: JSON.stringify(cases), encoding: 'utf8' });
  const truth = JSON.parse(answer) as number[][];
  let network = WallNetwork.of([]);
  let walls = new Map();
  for (const [index, lines] of cases.entries()) {
    const next = new Map(
      lines.map(([[ax, ay], [bx, by]], number) => {
        const made = record('wall', {
          id: number + 1,
          a: { x: ax, y: ay },
          b: { x: bx, y: by },
          thickness: 0.001,
        });
        return [made.id, made];
      }),
    );
    // One case becomes the next by an edit of all its walls: what is followed is judged too.
    const ids = new Set([...walls.keys(), ...next.keys()]);
    const changes = new Map(
      [...ids].map((id) => [id, { before: walls.get(id) ?? null, after: next.get(id) ?? null }]),
    );
    network = network.with(changes);
    walls = next;
    for (const each of [network, WallNetwork.of([...next.values()])]) {
      const areas = facesOf(each.facet(wallFaces)).map(({ area }) => area);
      const found = areas.filter((area) => area > 1e-3).toSorted((one, other) => one - other);
      const expected = (truth[index] ?? []).filter((area) => area > 1e-3);
      expect(found).toEqual(expected.map((area) => expect.closeTo(area, 2)));
    }
  }
});
