import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { perimeterOf, polygonArea } from '../../core/geometry/polygon.ts';
import { projectionAround } from '../../core/geometry/projection.ts';
import { Random } from '../../core/reference/random.ts';

const PYTHON = '/usr/bin/python3';
const TRANSFORM = '/usr/bin/gdaltransform';

function need(program: string, from: string): void {
  if (!existsSync(program)) throw new Error(`${program} is missing: install Debian's ${from}.`);
}

/** Runs a Python program with JSON on standard input and output. */
function python(program: string, input: unknown): unknown {
  need(PYTHON, 'python3 and python3-shapely');
  return JSON.parse(
    execFileSync(PYTHON, ['-c', program], { input: JSON.stringify(input), encoding: 'utf8' }),
  );
}

/** A star-shaped ring around a place, anticlockwise. */
function starRing(random: Random, corners: number, size: number) {
  return Array.from({ length: corners }, (_, index) => {
    const angle = (index / corners) * 2 * Math.PI;
    const radius = random.between(0.2, 1) * size;
    return { x: 500 + radius * Math.cos(angle), y: -300 + radius * Math.sin(angle) };
  });
}

test('areas and perimeters equal those of GEOS, through shapely', () => {
  const random = new Random(20_261_124);
  const rings = Array.from({ length: 50 }, (_, index) => starRing(random, 3 + (index % 40), 5 + index));
  const truth = python(
    'import json,sys\nfrom shapely.geometry import Polygon\nprint(json.dumps([[p.area,p.length] for p in (Polygon([(q["x"],q["y"]) for q in r]) for r in json.load(sys.stdin))]))',
    rings,
  ) as [number, number][];
  rings.forEach((ring, index) => {
    expect(polygonArea({ ring, holes: [] })).toBeCloseTo(truth[index]?.[0] ?? Number.NaN, 6);
    expect(perimeterOf(ring)).toBeCloseTo(truth[index]?.[1] ?? Number.NaN, 6);
  });
});

test('the projection equals that of PROJ, through GDAL, within a millimetre', () => {
  need(TRANSFORM, 'gdal-bin');
  const origin = { lon: 9.93, lat: 53.587 };
  const random = new Random(7);
  const places = Array.from({ length: 100 }, () => ({
    lon: origin.lon + random.between(-0.05, 0.05),
    lat: origin.lat + random.between(-0.03, 0.03),
  }));
  const target = `+proj=aeqd +lat_0=${origin.lat} +lon_0=${origin.lon} +ellps=WGS84 +units=m`;
  const answer = execFileSync(
    TRANSFORM,
    ['-s_srs', '+proj=longlat +ellps=WGS84', '-t_srs', target, '-output_xy'],
    {
      input: places.map(({ lon, lat }) => `${lon} ${lat}`).join('\n'),
      encoding: 'utf8',
    },
  );
  const lines = answer.trim().split('\n');
  expect(lines).toHaveLength(places.length);
  const { toPlan } = projectionAround(origin);
  places.forEach((place, index) => {
    const [x = Number.NaN, y = Number.NaN] = (lines[index] ?? '').split(' ').map(Number);
    const point = toPlan(place) ?? { x: Number.NaN, y: Number.NaN };
    expect(Math.hypot(point.x - x, point.y - y)).toBeLessThan(0.001);
  });
});
