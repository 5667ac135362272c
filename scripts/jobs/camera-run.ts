import type { Person } from './person.ts';

/** A site of its own with a straight fence of 300 m, drawn beforehand. */
export async function fenceOf300Metres({ driver }: Person): Promise<void> {
  await driver.newPlan('Depot');
  await driver.key('F9');
  await driver.page.mouse.move(800, 500);
  await driver.page.mouse.wheel(0, 1500);
  await driver.settled();
  await driver.key('f');
  await driver.click({ x: -120, y: 20 });
  await driver.move({ x: 60, y: 20 });
  await driver.typeLength('300');
  await driver.key('Enter');
  await driver.key('Escape');
  await driver.key('v');
  await driver.key('Control+0');
  await driver.settled();
}

/** Thirty cameras of one type along the fence, the first at 5 m, then every 10 m, turned outward. */
export async function cameraRun(person: Person): Promise<void> {
  const { driver } = person;
  person.step('choose the camera');
  await person.chooseIn(person.catalogueRow('Bullet 4 MP, 12 mm'));
  person.step('choose the fence');
  await person.press('Escape');
  await person.choose('v');
  await person.click({ x: 30, y: 20 });
  person.step('place along it');
  await person.choose('Shift+P');
  await driver.page.getByRole('dialog').waitFor();
  await person.type('5');
  await person.press('Tab');
  await person.type('10');
  await person.press('Enter');
  await driver.page.getByRole('dialog').waitFor({ state: 'detached' });
}
