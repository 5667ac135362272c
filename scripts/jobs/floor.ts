import { Person } from './person.ts';

/** An empty plan that shows the ground of a 40 × 25 m floor and some metres around it. */
export async function emptyFloor(person: Person): Promise<void> {
  const { driver } = person;
  await driver.newPlan('Office');
  await driver.key('Control+0');
  await driver.settled();
}

/** Types places one after another into the armed tool and ends the line. */
async function typeLine(person: Person, places: readonly string[]): Promise<void> {
  for (const place of places) {
    await person.type(place);
    await person.press('Enter');
  }
  await person.press('Enter');
}

/** Places a run along a wall: what is null stays as it was last time. */
async function alongWall(
  person: Person,
  at: { readonly x: number; readonly y: number },
  values: readonly (string | null)[] = [],
): Promise<void> {
  const dialog = person.driver.page.getByRole('dialog');
  await person.click(at);
  await person.choose('Shift+P');
  await dialog.waitFor();
  for (const [index, value] of values.entries()) {
    if (index > 0) await person.press('Tab');
    if (value === '') await person.press('Backspace');
    else if (value !== null) await person.type(value);
  }
  await person.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/**
 * A floor of 40 × 25 m: five rooms of 8 × 11 m on either side of a corridor of 3 m, a door to each and one
 * at either end of the corridor, two windows to each room.
 */
export async function drawFloor(person: Person): Promise<void> {
  person.step('walls');
  await person.choose('w');
  await typeLine(person, ['0,0', '@40,0', '@0,25', '@-40,0', '@0,-25']);
  await typeLine(person, ['0,11', '@40,0']);
  await typeLine(person, ['0,14', '@40,0']);
  await typeLine(person, ['8,0', '@0,11']);
  await typeLine(person, ['8,14', '@0,11']);
  person.step('repeat the walls between rooms');
  await person.choose('v');
  await person.click({ x: 8, y: 5 });
  await person.clickToo({ x: 8, y: 20 });
  await person.choose('Shift+A');
  await person.driver.page.getByRole('dialog').waitFor();
  await person.type('4');
  await person.press('Tab');
  await person.type('8');
  await person.press('Enter');
  await person.driver.page.getByRole('dialog').waitFor({ state: 'detached' });
  person.step('doors');
  await alongWall(person, { x: 2, y: 11 }, ['4', '8']);
  await alongWall(person, { x: 2, y: 14 });
  await alongWall(person, { x: 0, y: 5 }, ['12.5', null, '1']);
  await alongWall(person, { x: 40, y: 5 });
  person.step('windows');
  await person.chooseIn(person.catalogueRow('Window'));
  await person.press('Escape');
  await person.choose('v');
  await alongWall(person, { x: 20, y: 0 }, ['2', '4', '']);
  await alongWall(person, { x: 20, y: 25 });
}

/** The floor as it is when it was drawn, nothing selected. */
export async function finishedFloor({ driver }: Person): Promise<void> {
  const another = new Person(driver);
  await emptyFloor(another);
  await drawFloor(another);
  await driver.key('Escape');
}

/** The wall between the southern rooms and the corridor goes 0.4 m up, with its doors and what meets it. */
export async function moveWall(person: Person): Promise<void> {
  person.step('move the wall');
  await person.click({ x: 2, y: 11 });
  await person.type('@0,.4');
  await person.press('Enter');
}
