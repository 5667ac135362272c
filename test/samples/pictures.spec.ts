import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { readPictureInfo } from '../../core/codec/picture/read-picture-info.ts';
import { AppDriver, newDataFolder } from '../../scripts/driver/app-driver.ts';
import {
  embeddedPictures,
  type Output,
  planFileOf,
  planOfPictures,
  printedPictures,
  squaresOf,
  windowPictures,
} from '../support/pictures/four-outputs.ts';
import { shareOfOthers } from '../support/pictures/painted-picture.ts';
import { granted } from '../support/plan-builder.ts';
import { sample } from '../support/samples.ts';

const MOST_OTHERS = 0.02;
// All of them fit the window at a third of their size, where a painter's smoothing goes three pixels far: of squares
// of 32 that is less than the 16 of 255 that may differ.
const SQUARES = { side: 32, inset: 0 };

const folder = sample('reports', 'pictures');
const names = readdirSync(folder);
const pictures = names.map((name) => {
  const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
  const { widthPx, heightPx } = granted(readPictureInfo(bytes));
  return { bytes, widthPx, heightPx };
});

test('pictures of a plan of today are the same in window, PDF, PNG and SVG', async () => {
  const parcel = planOfPictures(pictures);
  const data = newDataFolder();
  const driver = await AppDriver.launch(data, await planFileOf(data, parcel));
  await driver.canvas.waitFor();
  await driver.page.setViewportSize({ width: 1600, height: 1000 });
  await driver.settled();
  await driver.key('F7');
  await driver.key('Control+0');
  const printed = await printedPictures(parcel);
  const embedded = await embeddedPictures(driver, printed.svg);
  const squares = (output: Output | undefined, index: number, at = index) => {
    const picture = pictures[index];
    return output && picture ? squaresOf(output, at, picture, SQUARES) : new Uint8Array();
  };
  const others = (output: Output, theirs: (index: number) => Uint8Array) =>
    names.flatMap((name, index) => {
      const share = shareOfOthers(squares(output, index), theirs(index));
      return share > MOST_OTHERS ? [`${name}: ${Math.round(share * 100)} %`] : [];
    });
  const embeddedSquares = (index: number) => squares(embedded[index], index, 0);
  await expect
    .poll(async () => others(await windowPictures(driver, parcel), embeddedSquares), { timeout: 60_000 })
    .toEqual([]);
  const shown = await windowPictures(driver, parcel);
  expect({
    pdf: others(shown, (index) => squares(printed.pdf, index)),
    png: others(shown, (index) => squares(printed.png, index)),
  }).toEqual({ pdf: [], png: [] });
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
