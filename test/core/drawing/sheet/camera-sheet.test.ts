import { expect, test } from 'vitest';
import type { Page } from '../../../../core/drawing/draw-item.ts';
import { layoutCameraSheet } from '../../../../core/drawing/sheet/camera-sheet.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { planOf } from '../../../../core/plan/plan.ts';
import { granted, groundRecords, record, testPlan } from '../../../support/plan-builder.ts';

const day = '2026-11-24';
const wall = record('wall', { tag: 'W-03', a: { x: 8, y: -9 }, b: { x: 8, y: 9 }, height: 5 });
const camera = record('camera', {
  tag: 'C-01',
  device: 'Sample Dome 4',
  at: { x: 0, y: 0 },
  direction: 0,
  height: 4,
  mountedOn: null,
});
const named = (plan: ReturnType<typeof testPlan>) => ({ plan, planName: 'Upgrade', siteName: 'Depot' });

function pagesOf(
  records: readonly PlanRecord[],
  choice: Partial<Parameters<typeof layoutCameraSheet>[1]> = {},
) {
  return granted(
    layoutCameraSheet(named(testPlan(...records)), { paper: null, states: 'proposed', day, ...choice }),
  );
}

const textsOf = ({ groups }: Page) =>
  groups.flatMap(({ items }) => items.flatMap((item) => (item.type === 'text' ? item.lines : [])));

test('a block says what a camera is, where it is, how it is mounted, what it meets, and shows its picture', () => {
  const near = { ...wall, a: { x: 1.5, y: -9 }, b: { x: 1.5, y: 9 } };
  const [page, ...others] = pagesOf([camera, near]);
  if (!page) throw new Error('There is no page.');
  expect(others).toEqual([]);
  const texts = textsOf(page);
  for (const words of [
    'C-01  ·  Sample Dome 4',
    'Site, x 0.00 m, y 0.00 m',
    'fixed, proposed',
    '4.00 m high',
    '90.0° on the plan, 15.0° down',
    '2.8 mm, 1920 × 1080 px',
    'I Identify',
    '3.9 m',
    'Page 1 of 1',
    'Depot',
    'Upgrade',
    day,
  ])
    expect(texts).toContain(words);
  expect(texts.join(' ')).toContain(
    'Person of 1.75 m at 10.0 m: 15 px across the face, no level, the face is hidden, hidden by wall W-03.',
  );
  const [picture] = page.groups;
  expect(picture?.clip).not.toBeNull();
  expect(picture?.items.length).toBeGreaterThan(30);
});

test('the person stands where they are seen, if they are somewhere', () => {
  expect(pagesOf([camera, wall]).flatMap(textsOf).join(' ')).toContain(
    'Person of 1.75 m at 5.0 m: 28 px across the face, Recognise, whole.',
  );
});

test('all lies within the page, on A4 and on the smallest paper there is', () => {
  for (const paper of [null, 'ANSI A', 'A0'])
    for (const page of pagesOf([camera, wall], { paper })) {
      for (const { clip } of page.groups) {
        if (!clip) continue;
        expect(clip.left).toBeGreaterThan(0);
        expect(clip.left + clip.width).toBeLessThan(page.widthMm);
        expect(clip.top + clip.height).toBeLessThan(page.heightMm);
      }
    }
});

test('cameras go by floor and tag, three on a page, and pages are numbered', () => {
  const upper = record('floor', { id: 2, name: 'Upper', order: 1 });
  const many = [10, 2, 1, 9].map((number) => ({
    ...camera,
    ...record('camera', { id: number, tag: `C-${number}` }),
  }));
  const above = record('camera', { id: 20, tag: 'C-0', floor: upper.id });
  const pages = pagesOf([upper, ...many, above]);
  expect(pages).toHaveLength(2);
  const titles = pages.flatMap(textsOf).filter((line) => /^C-\d+/.test(line));
  expect(titles.map((title) => title.split(' ')[0])).toEqual(['C-1', 'C-2', 'C-9', 'C-10', 'C-0']);
  expect(pages.map((page) => textsOf(page).filter((line) => /^Page/.test(line)))).toEqual([
    ['Page 1 of 2'],
    ['Page 2 of 2'],
  ]);
});

test('a marking stands above and below on every page', () => {
  const plan = planOf([
    ...groundRecords().filter(({ id }) => id !== 'settings:plan'),
    record('settings', { marking: 'CUI' }),
    camera,
  ]);
  const [page] = granted(layoutCameraSheet(named(plan), { paper: null, states: 'proposed', day }));
  expect(page && textsOf(page).filter((line) => line === 'CUI')).toHaveLength(2);
});

test('of today what is only proposed is not there', () => {
  const refused = layoutCameraSheet(named(testPlan(camera)), { paper: null, states: 'today', day });
  expect(refused).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('no cameras today') },
  });
  const existing = { ...camera, state: 'existing' } as const;
  expect(pagesOf([existing], { states: 'today' })).toHaveLength(1);
});

test('what cannot be laid out is refused in a sentence', () => {
  const choice = { paper: null, states: 'proposed', day } as const;
  expect(layoutCameraSheet(named(testPlan(wall)), choice)).toMatchObject({
    ok: false,
    error: { message: 'The plan has no cameras: place one first.' },
  });
  expect(layoutCameraSheet(named(testPlan(camera)), { ...choice, paper: 'A9' })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('"A9"') },
  });
});

test('a camera of sensors shows the first of them, and says so; a round one is printed by the arc model', () => {
  const sensors = [0, 1].map((direction) => ({ direction, tilt: null, focalLengthMm: null }));
  const several = { ...camera, type: 'multisensor', sensors } as const;
  expect(pagesOf([several]).flatMap(textsOf).join(' ')).toContain('Sensor 1 of 2. Person of 1.75 m');
  const round = { ...camera, type: 'panoramic', fieldOfView: { horizontal: 3.2, vertical: 1.5 } } as const;
  expect(pagesOf([round]).flatMap(textsOf).join(' ')).toContain('by the arc model');
});
