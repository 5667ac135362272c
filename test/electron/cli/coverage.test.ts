import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodePlan } from '../../../core/codec/plan-file.ts';
import { ringArea } from '../../../core/geometry/polygon.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { packArchive } from '../../../electron/files/plan-archive.ts';
import { record, testPlan } from '../../support/plan-builder.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sallyport coverage '));
const file = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  let [out, error] = ['', ''];
  const io = {
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => {
      error += text;
    },
    version: '0.1.0',
    defaultDatabase: () => file('none.db'),
  };
  return { code: await runCli(['coverage', ...argv], io), out, error };
}
const answer = async (...argv: string[]) => {
  const ran = await run(file('plan.sallyport'), '--json', ...argv);
  expect(ran).toMatchObject({ code: 0, error: '' });
  return JSON.parse(ran.out);
};

const round = {
  type: 'panoramic',
  fieldOfView: { horizontal: 2 * Math.PI, vertical: Math.PI },
  tilt: Math.PI / 2,
  widthPx: 100_000,
} as const;
const ring = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];

beforeAll(async () => {
  const plan = testPlan(
    record('camera', { ...round, id: 1, tag: 'C-10', at: { x: 0, y: 0 }, range: 8, minimumLux: 1 }),
    record('camera', { ...round, id: 2, tag: 'C-2', at: { x: 100, y: 0 }, range: 5, state: 'existing' }),
    record('camera', { ...round, id: 3, tag: 'C-2', at: { x: 100, y: 0 }, range: 5, state: 'removed' }),
    record('coverageZone', { ring, tag: 'Z-1', level: 'detect', minimumPercent: 50 }),
    record('coverageZone', { id: 2, ring, tag: 'Z-2', level: 'perceive' }),
  );
  const parcel = {
    planId: '00000000-0000-4000-8000-0000000000aa',
    planName: 'A',
    siteName: 'B',
    plan,
    attachments: new Map<string, Uint8Array>(),
    revision: null,
    ancestors: [],
  };
  writeFileSync(file('plan.sallyport'), await packArchive(encodePlan(parcel, '1')));
});

describe('coverage', () => {
  test('says what each camera sees, in the order of tags', async () => {
    const { cameras, profile, model, targetHeight } = await answer();
    expect({ profile, model, targetHeight }).toEqual({
      profile: 'iec-62676-4-2014',
      model: 'flat',
      targetHeight: 0,
    });
    expect(cameras.map(({ tag }: { tag: string }) => tag)).toEqual(['C-2', 'C-10']);
    const [, first] = cameras;
    expect(first.visibleArea).toBeCloseTo(Math.PI * 64, 0);
    expect(first.levels.map(({ name }: { name: string }) => name)).toEqual([
      'Identify',
      'Recognise',
      'Observe',
      'Detect',
    ]);
    expect(first).toMatchObject({ problem: null, nearEdge: 0, countedAs: 'picture' });
    const today = await answer('--state', 'today');
    expect(today.cameras.map(({ tag }: { tag: string }) => tag)).toEqual(['C-2', 'C-2']);
  });

  test('says of each zone whether it has what it asks for, and why there is no answer', async () => {
    const { zones } = await answer();
    const quarter = (Math.PI * 64) / 4;
    expect(zones[0]).toMatchObject({ tag: 'Z-1', pass: true, problem: null, cameras: [{ tag: 'C-10' }] });
    expect(zones[0].percent).toBeCloseTo(quarter, 0);
    expect(zones[0].worst).toEqual({ x: 10, y: 10 });
    expect(zones[1]).toMatchObject({ tag: 'Z-2', pass: null, percent: null, cameras: [] });
    expect(zones[1].problem).toContain('no such level');
    const only = await answer('--zone', 'Z-1');
    expect(only.zones.map(({ tag }: { tag: string }) => tag)).toEqual(['Z-1']);
  });

  test('says what is left without each camera, and leaves one out when that is asked for', async () => {
    const { failures } = await answer();
    expect(failures).toEqual([{ camera: 'C-10', zones: [{ tag: 'Z-1', percent: 0, fails: true }] }]);
    const { cameras, zones } = await answer('--without', 'C-10');
    expect(cameras.map(({ tag }: { tag: string }) => tag)).toEqual(['C-2']);
    expect(zones[0]).toMatchObject({ pass: false, percent: 0 });
  });

  test('checks by night, and at another height, when that is asked for', async () => {
    const { zones } = await answer('--night');
    expect(zones[0]).toMatchObject({ pass: false, percent: 0, when: 'night' });
    const head = await answer('--target-height', '1.7');
    expect(head).toMatchObject({ targetHeight: 1.7 });
    expect(head.zones[0].targetHeight).toBe(1.7);
  });

  test('writes surfaces as polygons whose area is that of the answer, and a picture', async () => {
    const { written, cameras } = await answer('--geojson', file('out.geojson'), '--png', file('out.png'));
    expect(written).toEqual([file('out.geojson'), file('out.png')]);
    const { features, coordinates } = JSON.parse(readFileSync(file('out.geojson'), 'utf8'));
    expect(coordinates).toBe('plan-metres');
    const detect = features.find(
      ({ properties }: { properties: { level: string; camera: string } }) =>
        properties.level === 'detect' && properties.camera === 'C-10',
    );
    const area = detect.geometry.coordinates
      .flat()
      .map((each: [number, number][]) => ringArea(each.map(([x, y]) => ({ x, y }))))
      .reduce((sum: number, each: number) => sum + each, 0);
    expect(area).toBeCloseTo(cameras[1].levels[3].area, 0);
    expect(readFileSync(file('out.png')).subarray(1, 4).toString()).toBe('PNG');
    const again = await run(file('plan.sallyport'), '--png', file('out.png'));
    expect([again.code, again.error]).toEqual([1, expect.stringContaining('exists already')]);
  });

  test('is told to people in lines', async () => {
    const { out, code } = await run(file('plan.sallyport'));
    expect(code).toBe(0);
    expect(out).toMatch(/Z-1: passes with 50\.\d+ % of 50 %, worst at 10, 10/);
    expect(out).toMatch(/without C-10: Z-1 0 %, fails/);
    expect(out).toMatch(/C-10 \(Site\): Identify \d/);
  });

  test.each([
    [['--zone', 'Z-9'], 1, 'The plan has no coverage zone "Z-9". It has: Z-1, Z-2.'],
    [['--without', 'C-9'], 1, 'The plan has no camera "C-9". It has: C-10, C-2, C-2.'],
    [['--without', 'C-2'], 1, '2 cameras of the plan have the tag "C-2". Give each a tag of its own.'],
    [
      ['--target-height', 'head'],
      2,
      '"head" is not a target height: write metres above the floor, as 1.7. See --help.',
    ],
    [
      ['--target-height=-1'],
      2,
      '"-1" is not a target height: write metres above the floor, as 1.7. See --help.',
    ],
    [['--state', 'both'], 2, '"both" is no state of a plan: write today or proposed. See --help.'],
  ])('refuses %j', async (argv, code, sentence) => {
    const ran = await run(file('plan.sallyport'), ...argv);
    expect(ran).toEqual({ code, out: '', error: `${sentence}\n` });
  });
});
