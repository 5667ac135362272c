import type { Session } from './session.ts';

const tabs = ['Catalogue', 'Layers', 'Floors', 'Outline', 'Pictures'] as const;

/** Each side panel as it is now. */
export async function takePanels(session: Session, state: 'full' | 'empty'): Promise<void> {
  const { page } = session.driver;
  for (const tab of tabs) {
    await session.openTab(tab);
    await session.take(`panel-${tab.toLowerCase()}-${state}`);
  }
  if (state === 'full') {
    await session.openTab('Outline');
    await page.getByRole('searchbox').fill('nothing of that name');
    await session.take('panel-outline-nothing-found');
    await session.openTab('Catalogue');
    await page.getByRole('searchbox').fill('nothing of that name');
    await session.take('panel-catalogue-nothing-found');
    await page.getByRole('searchbox').fill('');
  }
  await session.openTab('Catalogue');
}

const kinds = {
  propertyLine: 'property-line',
  building: 'building',
  wall: 'wall',
  opening: 'opening',
  fence: 'fence',
  gate: 'gate',
  road: 'road',
  parking: 'parking',
  area: 'area',
  obstacle: 'obstacle',
  barrier: 'barrier',
  bollards: 'bollards',
  camera: 'camera',
  post: 'post',
  text: 'text',
  underlay: 'underlay',
} as const;

/** The inspector of one record of each kind, chosen in the outline, and its lower half where it scrolls. */
export async function takeInspectors(session: Session): Promise<void> {
  const { driver } = session;
  await driver.key('Escape');
  await session.take('inspector-plan');
  await session.openTab('Outline');
  const filter = driver.page.getByRole('searchbox');
  for (const [kind, name] of Object.entries(kinds)) {
    await filter.fill(titles[name] ?? name);
    const row = driver.page.locator(`tr[data-id^="${kind}:"]`).first();
    if ((await row.count()) === 0) continue;
    await row.click();
    await session.take(`inspector-${name}`);
    await takeRest(session, `inspector-${name}-rest`);
  }
  await filter.fill('');
  await session.openTab('Catalogue');
}

const titles: Readonly<Record<string, string>> = {
  'property-line': 'Property line',
  post: 'Guard post',
};

async function takeRest(session: Session, name: string): Promise<void> {
  const inspector = session.driver.page.getByRole('complementary', { name: 'Inspector' });
  const scrolled = await inspector.evaluate((element) => {
    const scrolling = [element, ...element.querySelectorAll('*')].find(
      ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 8 && clientHeight > 100,
    );
    scrolling?.scrollTo(0, scrolling.scrollHeight);
    return scrolling !== undefined;
  });
  if (scrolled) await session.take(name);
}
