import { expect, test } from '@playwright/test';
import { AppDriver, newDataFolder } from '../../../scripts/driver/app-driver.ts';
import {
  embeddedPictures,
  type NamedPicture,
  type Output,
  planFileOf,
  planOfPictures,
  printedPictures,
  squaresOf,
  windowPictures,
} from '../../support/pictures/four-outputs.ts';
import { shareOfOthers } from '../../support/pictures/painted-picture.ts';
import { type GivenPicture, pictureForms } from '../../support/pictures/picture-forms.ts';

const MOST_OTHERS = 0.02;
// The middle pixel of squares of three: painters smooth the edges.
const SQUARES = { side: 3, inset: 1 };
const png = { widthPx: 12, heightPx: 9 };
const jpeg = { widthPx: 33, heightPx: 24 };

/** The sides of a picture as it is seen: those of its generator, exchanged where it says that it lies on its side. */
function seenSides({ name }: GivenPicture): { readonly widthPx: number; readonly heightPx: number } {
  if (name.startsWith('a PNG')) return png;
  return /orientation [5-8]/.test(name) ? { widthPx: jpeg.heightPx, heightPx: jpeg.widthPx } : jpeg;
}

const given = pictureForms({ png, jpeg });
const pictures: readonly NamedPicture[] = given.map((each) => ({ bytes: each.bytes, ...seenSides(each) }));

/** The names of the pictures that an output shows otherwise than they are. */
function others(outputOf: (index: number) => readonly [output: Output | undefined, index: number]) {
  return given.flatMap(({ name, expected }, index) => {
    const sides = seenSides({ name, bytes: new Uint8Array(), expected });
    const [output, at] = outputOf(index);
    const truth = { raster: { ...sides, pixels: expected }, places: [{ left: 0, top: 0, scale: 1 }] };
    const share = output
      ? shareOfOthers(squaresOf(output, at, sides, SQUARES), squaresOf(truth, 0, sides, SQUARES))
      : 1;
    return share > MOST_OTHERS ? [`${name}: ${Math.round(share * 100)} %`] : [];
  });
}

test('a picture of every form, stored as it came, is the same in window, PDF, PNG and SVG', async () => {
  test.setTimeout(240_000);
  const parcel = planOfPictures(pictures);
  const data = newDataFolder();
  const driver = await AppDriver.launch(data, await planFileOf(data, parcel));
  await driver.canvas.waitFor();
  await driver.page.setViewportSize({ width: 1600, height: 1000 });
  await driver.settled();
  await driver.key('F7');
  await driver.key('Control+0');
  await expect
    .poll(
      async () => {
        await driver.settled();
        const output = await windowPictures(driver, parcel);
        return others((index) => [output, index]);
      },
      { timeout: 120_000 },
    )
    .toEqual([]);
  const printed = await printedPictures(parcel);
  const embedded = await embeddedPictures(driver, printed.svg);
  expect({
    pdf: others((index) => [printed.pdf, index]),
    png: others((index) => [printed.png, index]),
    svg: others((index) => [embedded[index], 0]),
  }).toEqual({ pdf: [], png: [], svg: [] });
  expect(driver.complaints).toEqual([]);
  await driver.close();
});
