// What cameras see of a small yard, as SVG in camera-pictures/. After an intended change of a look, look at the
// pictures, renew the files with `UPDATE=1 npm run test:visual`, and read their difference.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pictureItems } from '../../core/analysis/picture/picture-items.ts';
import { writeSvg } from '../../core/codec/svg.ts';
import { pictureGroup } from '../../core/drawing/camera-picture.ts';
import { prepared, rectangle } from '../core/analysis/picture/scenes.ts';
import { record, testId } from '../support/plan-builder.ts';

const folder = path.join(import.meta.dirname, 'camera-pictures');

const yard = [
  record('wall', { a: { x: 14, y: -8 }, b: { x: 14, y: 8 }, height: 3 }),
  record('opening', { id: 1, type: 'window', offset: 4, width: 3, sill: 0.9, height: 1.4 }),
  record('opening', { id: 2, type: 'passage', offset: 10, width: 2, sill: 0, height: 2.2 }),
  record('fence', {
    path: [
      { x: 4, y: 5 },
      { x: 24, y: 9 },
    ],
    height: 2,
    type: 'chain-link',
  }),
  record('obstacle', { id: 1, ring: rectangle(8, -4, 4, 2), height: 1.4 }),
  record('obstacle', { id: 2, ring: rectangle(9, 1, 2, 2), height: 0.8 }),
  record('building', { ring: rectangle(25, -20, 12, 40), height: 8 }),
];

const camera = record('camera', { at: { x: 0, y: 0 }, direction: 0, height: 4, tilt: 0.26 });

const cases = {
  usual: { camera, person: { x: 11.5, y: 2.3 } },
  rolled: { camera: { ...camera, roll: 0.1, height: 3, tilt: 0.15 }, person: { x: 17, y: 2 } },
  panorama: {
    camera: {
      ...camera,
      type: 'panoramic' as const,
      widthPx: 3000,
      heightPx: 1500,
      fieldOfView: { horizontal: Math.PI, vertical: Math.PI / 2 },
    },
    person: { x: 6, y: 1.5 },
  },
  mounted: {
    camera: { ...camera, at: { x: 14, y: 0 }, direction: 2.36, height: 3, mountedOn: testId('wall') },
    person: { x: 6, y: 0.5 },
  },
};

test.each(Object.entries(cases))('%s looks as it did', (name, { camera: shot, person }) => {
  const picture = prepared(yard, shot);
  const box = { left: 0, top: 0, width: 160, height: 100 };
  const group = pictureGroup(pictureItems(picture, person), picture.view, box);
  const page = { widthMm: box.width, heightMm: box.height, title: name, groups: [group] };
  const svg = writeSvg(page, () => null);
  const file = path.join(folder, `${name}.svg`);
  if (process.env.UPDATE === '1') writeFileSync(file, svg);
  expect(svg).toBe(readFileSync(file, 'utf8'));
});

test('every golden file belongs to a case', () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(cases)
      .map((name) => `${name}.svg`)
      .sort(),
  );
});
