import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodePlan, hashOf, type PlanParcel } from '../../../core/codec/plan-file.ts';
import { paperItems } from '../../../core/drawing/paper-items.ts';
import { layoutSheet } from '../../../core/drawing/sheet/layout-sheet.ts';
import { recordsOf } from '../../../core/plan/plan.ts';
import { pictureToPlan } from '../../../core/plan/underlay-frame.ts';
import { exportPlan } from '../../../electron/files/export-plan.ts';
import { packArchive } from '../../../electron/files/plan-archive.ts';
import { fittingSheet } from '../../../scripts/attack/fuzz/fitting-sheet.ts';
import type { AppDriver } from '../../../scripts/driver/app-driver.ts';
import { granted, record, testPlan } from '../plan-builder.ts';
import { type Raster, readRaster, renderedPdf } from './painted-picture.ts';

/** A picture as a plan of today names it: as it came, by the sides that it is seen with. */
export type NamedPicture = {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
};

const METRES_A_PIXEL = 0.01;
const DOTS_PER_MM = 150 / 25.4;

/** A plan with pictures side by side, each in its record as an earlier version would have placed it. */
export function planOfPictures(pictures: readonly NamedPicture[]): PlanParcel {
  const columns = Math.ceil(Math.sqrt(pictures.length * 1.6));
  const [width, height] = [
    Math.max(...pictures.map(({ widthPx }) => widthPx)) + 3,
    Math.max(...pictures.map(({ heightPx }) => heightPx)) + 3,
  ];
  const underlays = pictures.map(({ bytes, widthPx, heightPx }, index) =>
    record('underlay', {
      id: index + 1,
      attachment: hashOf(bytes),
      at: {
        x: (index % columns) * width * METRES_A_PIXEL,
        y: -Math.floor(index / columns) * height * METRES_A_PIXEL,
      },
      metresPerPixel: METRES_A_PIXEL,
      widthPx,
      heightPx,
      opacity: 1,
      calibration: { a: { x: 0, y: 0 }, b: { x: widthPx, y: 0 }, distance: widthPx * METRES_A_PIXEL },
    }),
  );
  const attachments = new Map(pictures.map(({ bytes }) => [hashOf(bytes), bytes]));
  return {
    planId: 'pictures',
    planName: 'Pictures',
    siteName: 'Site',
    plan: testPlan(...underlays),
    attachments,
  };
}

export async function planFileOf(folder: string, parcel: PlanParcel): Promise<string> {
  const file = path.join(folder, 'pictures.sallyport');
  writeFileSync(file, await packArchive(encodePlan(parcel, '0.1.0')));
  return file;
}

/** Where a picture lies in a raster: its upper left corner, and how large its pixels are. */
export type Place = { readonly left: number; readonly top: number; readonly scale: number };
export type Output = { readonly raster: Raster; readonly places: readonly Place[] };

/** The pictures of such a plan as its PDF shows them to poppler, and as its PNG does. */
export async function printedPictures(
  parcel: PlanParcel,
): Promise<{ readonly pdf: Output; readonly png: Output; readonly svg: string }> {
  const choice = { ...fittingSheet, paper: 'A3' };
  const exported = async (format: 'pdf' | 'png' | 'svg') => {
    const { bytes, remarks } = granted(await exportPlan(parcel, { ...choice, format }));
    if (remarks.length > 0) throw new Error(remarks.join(' '));
    return bytes;
  };
  const page = granted(layoutSheet(parcel, choice));
  const size = {
    widthPx: Math.round(page.widthMm * DOTS_PER_MM),
    heightPx: Math.round(page.heightMm * DOTS_PER_MM),
  };
  const places = page.groups
    .flatMap((group) => paperItems(group))
    .flatMap((item): Place[] => {
      if (item.type !== 'image') return [];
      const [scale, , , , left, top] = item.matrix;
      return [{ left: left * DOTS_PER_MM, top: top * DOTS_PER_MM, scale: scale * DOTS_PER_MM }];
    });
  const [pdf, png, svg] = [await exported('pdf'), await exported('png'), await exported('svg')];
  return {
    pdf: { raster: await readRaster(renderedPdf(pdf, size)), places },
    png: { raster: await readRaster(png), places },
    svg: Buffer.from(svg).toString(),
  };
}

/** The same as the window shows them. */
export async function windowPictures(driver: AppDriver, { plan }: PlanParcel): Promise<Output> {
  const scale = Number(await driver.canvas.getAttribute('data-scale')) * METRES_A_PIXEL;
  const places: Place[] = [];
  for (const underlay of recordsOf(plan, 'underlay')) {
    const { x, y } = await driver.toScreen(pictureToPlan(underlay, { x: 0, y: 0 }));
    places.push({ left: x, top: y, scale });
  }
  return { raster: await readRaster(await driver.page.screenshot()), places };
}

/** The pictures embedded in an SVG as the window's own reader of pictures has them, a pixel each. */
export async function embeddedPictures(driver: AppDriver, svg: string): Promise<readonly Output[]> {
  const urls = [...svg.matchAll(/data:(image\/\w+);base64,([^"]+)/g)].map(([, type = '', packed = '']) => ({
    type,
    packed,
  }));
  const read = await driver.page.evaluate(async (all) => {
    const result: { widthPx: number; heightPx: number; packed: string }[] = [];
    for (const { type, packed } of all) {
      const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('There is no canvas.');
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, picture.width, picture.height);
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      let letters = '';
      for (let at = 0; at < data.length; at += 8192)
        letters += String.fromCharCode(...data.subarray(at, at + 8192));
      result.push({ widthPx: picture.width, heightPx: picture.height, packed: btoa(letters) });
    }
    return result;
  }, urls);
  return read.map(({ packed, ...size }) => ({
    raster: { ...size, pixels: new Uint8Array(Buffer.from(packed, 'base64')) },
    places: [{ left: 0, top: 0, scale: 1 }],
  }));
}

/** Squares of a picture's pixels, and how much of their edges is not looked at: painters smooth it. */
export type Squares = { readonly side: number; readonly inset: number };

/** The mean colour of each whole square of a picture of so many pixels, wherever it lies in a raster. */
export function squaresOf(
  { raster, places }: Output,
  index: number,
  { widthPx, heightPx }: Pick<NamedPicture, 'widthPx' | 'heightPx'>,
  { side, inset }: Squares,
): Uint8Array {
  const { left, top, scale } = places[index] ?? { left: 0, top: 0, scale: 0 };
  const [columns, rows] = [Math.floor(widthPx / side), Math.floor(heightPx / side)];
  const colours: number[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      colours.push(
        ...mean(raster, {
          left: left + (column * side + inset) * scale,
          top: top + (row * side + inset) * scale,
          right: left + ((column + 1) * side - inset) * scale,
          bottom: top + ((row + 1) * side - inset) * scale,
        }),
        255,
      );
  return Uint8Array.from(colours);
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** The mean colour within a box, of its edges only what lies within. */
function mean({ widthPx, pixels }: Raster, box: Box): readonly number[] {
  const sums = [0, 0, 0];
  let whole = 0;
  for (let y = Math.floor(box.top); y < box.bottom; y += 1) {
    const high = Math.min(y + 1, box.bottom) - Math.max(y, box.top);
    for (let x = Math.floor(box.left); x < box.right; x += 1) {
      const share = high * (Math.min(x + 1, box.right) - Math.max(x, box.left));
      whole += share;
      for (const part of [0, 1, 2])
        sums[part] = (sums[part] ?? 0) + share * (pixels[(y * widthPx + x) * 4 + part] ?? 0);
    }
  }
  return sums.map((sum) => Math.round(sum / whole));
}
