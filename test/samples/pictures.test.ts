import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { uprightPicture } from '../../electron/pictures/upright-picture.ts';
import {
  averages,
  paintedPictures,
  shareOfOthers,
  shownPixels,
} from '../support/pictures/painted-picture.ts';
import { granted } from '../support/plan-builder.ts';
import { sample } from '../support/samples.ts';

const MOST_OTHERS = 0.02;
const folder = sample('reports', 'pictures');

/** Sides as they are to be seen: what says that it lies on its side has them exchanged. */
const sides: { readonly [name: string]: string } = {
  'photo-of-plan-orientation-3.jpg': '601 x 496',
  'photo-of-plan-orientation-6.jpg': '601 x 496',
  'plan-exif-orientation-6.png': '496 x 601',
  'scan-1bit-interlaced-600x400.png': '600 x 400',
};

test.each(readdirSync(folder))('%s is upright and the same in every output', async (name) => {
  const upright = granted(await uprightPicture(new Uint8Array(readFileSync(path.join(folder, name)))));
  expect(`${upright.widthPx} x ${upright.heightPx}`).toBe(sides[name] ?? '601 x 496');
  const [painted] = await paintedPictures([upright]);
  if (!painted) throw new Error('The picture was not painted.');
  const { pdf, png, svg } = painted;
  const expected = await shownPixels(upright.bytes);
  const shares = {
    pdf: shareOfOthers(pdf, expected),
    svg: shareOfOthers(svg, expected),
    // The renderer of PNG smooths what is one dot to a pixel.
    png: shareOfOthers(averages(png, upright), averages(expected, upright)),
  };
  expect(Object.entries(shares).filter(([, share]) => share > MOST_OTHERS)).toEqual([]);
});
