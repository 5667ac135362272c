import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { devices } from '../../core/catalogue/devices.ts';
import type { Point } from '../../core/geometry/point.ts';
import type { RecordOf } from '../../core/plan/kinds/index.ts';
import { type Plan, recordsOf } from '../../core/plan/plan.ts';
import { placeOnWall } from '../../core/plan/wall-line.ts';
import { importFile } from '../../electron/files/import-plan.ts';
import { addFloorPlan } from '../demo/floor-plan.ts';
import type { Person } from './person.ts';

/** What the person has in mind: the layout of the bundled sample site. */
async function sampleLayout(): Promise<Plan> {
  const file = path.resolve('resources/sample-site/harbor-street.sallyport');
  const imported = await importFile(readFileSync(file), file, randomUUID);
  if (!imported.ok) throw new Error(imported.error.message);
  return imported.value.plan;
}

/**
 * From the picture of the sample site's floor plan to its printed sheet: every wall and opening traced,
 * the perimeter and every device placed, the sheet written to `file`.
 */
export async function wholeJob(person: Person, file: string): Promise<void> {
  const layout = await sampleLayout();
  const { driver } = person;
  await startSite(person);
  await calibrate(person);
  await traceWalls(person, layout);
  await traceOpenings(person, layout);
  await drawGround(person, layout);
  await drawPerimeter(person, layout);
  await placeDevices(person, layout);
  person.step('write the sheet');
  await driver.answerDialogs({ save: file });
  await person.chooseIn(driver.page.getByRole('button', { name: 'Issue layout' }));
  await person.chooseIn(driver.page.getByRole('menuitem', { name: 'PDF sheet' }));
  await driver.messages.getByText(`${path.basename(file)} was written.`).waitFor({ timeout: 60_000 });
}

async function startSite(person: Person): Promise<void> {
  const { page } = person.driver;
  person.step('make the site');
  await person.chooseIn(page.getByRole('button', { name: 'New site' }));
  await person.type('Harbor Street Federal Building');
  await person.press('Enter');
  await person.driver.canvas.waitFor();
  await person.driver.settled();
}

async function calibrate(person: Person): Promise<void> {
  const { driver } = person;
  person.step('place and calibrate the picture');
  person.effort.mind();
  person.effort.click();
  const { left, right } = await addFloorPlan(driver);
  await driver.canvas.focus();
  for (const end of [left, right]) {
    await person.zoomTo(end, 50);
    await person.click(end);
  }
  await person.type('40');
  await person.press('Enter');
  await driver.saved();
  for (const [axis, metres] of [
    ['x', '7'],
    ['y', '8'],
  ] as const) {
    await person.chooseIn(driver.page.getByLabel(`Lower left ${axis}`));
    await person.press('Control+a');
    await person.type(metres);
    await person.press('Enter');
  }
  await person.press('Escape');
  await driver.saved();
}

/** Draws lines of several points with the armed tool; each ends with Enter. */
async function drawLines(person: Person, lines: Iterable<readonly Point[]>): Promise<void> {
  for (const points of lines) {
    for (const point of points) await person.click(point);
    await person.press('Enter');
  }
}

/** The outer walls are thicker; they are one chain around the building, back to where it began. */
const isOuter = ({ thickness }: RecordOf<'wall'>) => thickness > 0.3;

async function traceWalls(person: Person, layout: Plan): Promise<void> {
  person.step('trace the walls');
  const [building] = recordsOf(layout, 'building');
  if (!building) throw new Error('The sample site has a building.');
  await person.zoomTo({ x: 30, y: 27 }, 20);
  await person.choose('w');
  await drawLines(person, [[...building.ring, ...building.ring.slice(0, 1)]]);
  const inner = [...recordsOf(layout, 'wall')].filter((wall) => !isOuter(wall));
  await drawLines(
    person,
    inner.map(({ a, b }) => [a, b]),
  );
  await person.choose('b');
  await drawLines(person, [building.ring]);
}

const openingNames: { readonly [T in RecordOf<'opening'>['type']]: string } = {
  door: 'Door',
  'double-door': 'Double door',
  'sliding-door': 'Sliding door',
  window: 'Window',
  'garage-door': 'Garage door',
  passage: 'Passage',
};

async function traceOpenings(person: Person, layout: Plan): Promise<void> {
  person.step('trace doors and windows');
  const openings = [...recordsOf(layout, 'opening')];
  for (const type of new Set(openings.map((opening) => opening.type))) {
    await person.chooseIn(person.catalogueRow(openingNames[type]));
    for (const { wall, offset } of openings.filter((opening) => opening.type === type)) {
      const host = layout.tables.wall.get(wall);
      if (host) await person.click(placeOnWall(host, offset).at);
    }
  }
}

async function drawGround(person: Person, layout: Plan): Promise<void> {
  const centre = { x: 30, y: 27 };
  person.step('draw the ground');
  // The streets reach farther than the site; what stands on it is drawn from closer by.
  await person.zoomTo(centre, 6);
  await person.choose('r');
  await drawLines(
    person,
    [...recordsOf(layout, 'road')].map(({ path: line }) => line),
  );
  await person.zoomTo(centre, 10.5);
  await person.choose('l');
  await drawLines(
    person,
    [...recordsOf(layout, 'propertyLine')].map(({ ring }) => ring),
  );
  await person.choose('k');
  await drawLines(
    person,
    [...recordsOf(layout, 'parking')].map(({ ring }) => ring),
  );
}

async function drawPerimeter(person: Person, layout: Plan): Promise<void> {
  person.step('draw fences and gates');
  await person.choose('f');
  await drawLines(
    person,
    [...recordsOf(layout, 'fence')].map(({ path: line }) => line),
  );
  await person.choose('g');
  for (const { at } of recordsOf(layout, 'gate')) await person.click(at);
}

/** What stands along a line, and what stands at a place and looks somewhere. */
async function placeDevices(person: Person, layout: Plan): Promise<void> {
  for (const kind of ['barrier', 'bollards'] as const) {
    person.step(`place ${kind}`);
    for (const [name, rows] of byDevice([...recordsOf(layout, kind)])) {
      await person.chooseIn(person.catalogueRow(name));
      await drawLines(
        person,
        rows.map(({ path: line }) => line),
      );
    }
  }
  for (const kind of ['camera', 'post'] as const) {
    person.step(`place each ${kind}`);
    for (const [name, devices] of byDevice<RecordOf<'camera' | 'post'>>([...recordsOf(layout, kind)])) {
      await person.chooseIn(person.catalogueRow(name));
      for (const { at, direction } of devices)
        await person.drag(at, { x: at.x + 4 * Math.cos(direction), y: at.y + 4 * Math.sin(direction) });
    }
  }
}

function byDevice<R extends { readonly device: string | null }>(records: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const name = devices.find(({ key }) => key === record.device)?.name ?? '';
    groups.set(name, [...(groups.get(name) ?? []), record]);
  }
  return groups;
}
