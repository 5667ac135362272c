import type { Person } from './person.ts';

/** A fence of 60 × 40 m with two vehicle gates, and bollards all along it that leave the gates clear. */
export async function bollardPerimeter(person: Person): Promise<void> {
  const { driver } = person;
  person.step('draw the perimeter');
  await person.choose('f');
  for (const place of ['0,0', '@60,0', '@0,40', '@-60,0', '@0,-40']) {
    await person.type(place);
    await person.press('Enter');
  }
  await person.press('Enter');
  await person.press('Control+0');
  await driver.settled();
  person.step('place the gates');
  await person.choose('g');
  await person.click({ x: 30, y: 0 });
  await person.click({ x: 20, y: 40 });
  person.step('place the bollards');
  await person.choose('v');
  await person.click({ x: 0, y: 15 });
  await person.choose('Shift+Y');
  await driver.page.getByRole('dialog').waitFor();
  await person.type('1.2');
  await person.press('Enter');
  await driver.page.getByRole('dialog').waitFor({ state: 'detached' });
}
