import type { AppDriver } from '../../driver/app-driver.ts';
import { centreOf } from '../floor-plan.ts';
import type { Session } from './session.ts';

type At = readonly [x: number, y: number];
type Gesture = {
  readonly key: string;
  readonly clicks: readonly At[];
  /** Where the pointer rests in the picture. */
  readonly to: At;
  /** Pressed at the last click and still held. */
  readonly held?: true;
};

/** A gesture of each tool, on a small plan of its own. The last key ends it. */
const gestures: Readonly<Record<string, Gesture>> = {
  'property-line': {
    key: 'l',
    clicks: [
      [-4, -4],
      [26, -4],
      [26, 18],
    ],
    to: [-4, 18],
  },
  building: { key: 'b', clicks: [[0, 0]], to: [14, 9], held: true },
  wall: {
    key: 'w',
    clicks: [
      [0, 0],
      [14, 0],
    ],
    to: [14, 9],
  },
  opening: { key: 'd', clicks: [], to: [7, 0] },
  fence: {
    key: 'f',
    clicks: [
      [-2, -2],
      [22, -2],
    ],
    to: [22, 14],
  },
  gate: { key: 'g', clicks: [], to: [10, -2] },
  road: { key: 'r', clicks: [[-8, -7]], to: [26, -7] },
  parking: { key: 'k', clicks: [[16, 2]], to: [21, 12], held: true },
  area: {
    key: 'a',
    clicks: [
      [1, 10],
      [8, 10],
    ],
    to: [8, 13],
  },
  obstacle: { key: 'o', clicks: [[10, 10]], to: [12, 12], held: true },
  barrier: { key: 'j', clicks: [[2, -4]], to: [6, -4] },
  bollards: { key: 'y', clicks: [[8, -4]], to: [18, -4] },
  camera: { key: 'c', clicks: [[14, 9]], to: [18, 13], held: true },
  post: { key: 'p', clicks: [[6, -1]], to: [6, -3], held: true },
  text: { key: 't', clicks: [], to: [2, 15] },
  measure: { key: 'm', clicks: [[0, 0]], to: [14, 9] },
};

/** The middle of what the tools draw. */
const MIDDLE: At = [9, 5];

type Place = (at: At) => { readonly x: number; readonly y: number };
type Drawing = { readonly driver: AppDriver; readonly place: Place };

async function begin({ driver, place }: Drawing, { key, clicks, to, held }: Gesture): Promise<void> {
  await driver.key(key);
  for (const click of held ? clicks.slice(0, -1) : clicks) await driver.click(place(click));
  const last = clicks.at(-1);
  if (held && last) {
    await driver.move(place(last));
    await driver.page.mouse.down();
  }
  await driver.move(place(to));
}

async function end({ driver, place }: Drawing, name: string, { to, held }: Gesture): Promise<void> {
  if (held) await driver.page.mouse.up();
  else await driver.click(place(to));
  // Chains of points end with Enter; Escape puts the tool away, once for the gesture and once for itself.
  if (['property-line', 'wall', 'fence', 'road', 'area'].includes(name)) await driver.key('Enter');
  await driver.key('Escape');
  await driver.key('Escape');
}

/** Each tool in the middle of its gesture; afterwards the small plan that they drew. */
export async function takeTools(session: Session): Promise<void> {
  const { driver } = session;
  const centre = await centreOf(driver);
  const place: Place = ([x, y]) => ({ x: centre.x + x - MIDDLE[0], y: centre.y + y - MIDDLE[1] });
  for (const [name, gesture] of Object.entries(gestures)) {
    await begin({ driver, place }, gesture);
    await session.take(`tool-${name}`);
    await end({ driver, place }, name, gesture);
  }
  await driver.saved();
  await takeSelecting(session, place);
  await driver.key('Control+0');
  await session.take('plan-small');
}

/** Moving, turning and box-selecting with the select tool, and a refusal at the bottom of the drawing. */
async function takeSelecting(session: Session, place: Place): Promise<void> {
  const { driver } = session;
  const { mouse } = driver.page;
  await driver.key('v');
  await driver.move(place([-5, 17]));
  await mouse.down();
  await driver.move(place([15, -5]));
  await session.take('tool-select-box');
  await mouse.up();
  await session.take('selected-several');
  await driver.key('Escape');
  await driver.click(place([14, 4]));
  await driver.move(place([14, 4]));
  await mouse.down();
  await driver.move(place([15.4, 5]));
  await session.take('tool-select-move');
  await driver.page.keyboard.press('Escape');
  await mouse.up();
  await driver.key('d');
  await driver.click(place([3, 6]));
  await session.take('error-refusal');
  await driver.key('Escape');
}
