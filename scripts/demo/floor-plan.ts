import path from 'node:path';
import type { AppDriver } from '../driver/app-driver.ts';

const [WIDTH_PX, HEIGHT_PX] = [1358, 1122];
/** What a picture measures a pixel before it is calibrated, metres. */
const FIRST_SCALE = 0.01;

/** The middle of what the drawing shows, plan metres. */
export async function centreOf(driver: AppDriver): Promise<{ x: number; y: number }> {
  const [x = 0, y = 0] = ((await driver.canvas.getAttribute('data-centre')) ?? '').split(',').map(Number);
  return { x, y };
}

/** Puts the sample site's floor plan under the drawing; gives both ends of the building's front on it. */
export async function addFloorPlan(driver: AppDriver) {
  const centre = await centreOf(driver);
  await driver.addPicture(path.resolve('resources/sample-site/floor-plan.png'));
  const onPlan = (across: number, down: number) => ({
    x: centre.x + (across - 0.5) * WIDTH_PX * FIRST_SCALE,
    y: centre.y + (0.5 - down) * HEIGHT_PX * FIRST_SCALE,
  });
  // On its 230 × 190 mm the corners of the building, 40 m from each other, lie 15 mm and 215 mm from the left.
  return { left: onPlan(15 / 230, 180 / 190), right: onPlan(215 / 230, 180 / 190) };
}

/** Puts the calibrated picture where its walls lie under those of the sample site; it is selected. */
export async function placeFloorPlan(driver: AppDriver): Promise<void> {
  for (const [axis, metres] of [
    ['x', '7'],
    ['y', '8'],
  ] as const) {
    const field = driver.page.getByLabel(`Lower left ${axis}`);
    await field.fill(metres);
    await field.press('Enter');
  }
  await driver.saved();
}
