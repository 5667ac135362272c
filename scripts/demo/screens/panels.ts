import { isPlacedKind, kinds } from '../../../core/plan/plan.ts';
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

/** The inspector of one record of each kind, chosen in the outline, and its lower half where it scrolls. */
export async function takeInspectors(session: Session): Promise<void> {
  const { driver } = session;
  await driver.key('Escape');
  await session.take('inspector-plan');
  await session.openTab('Outline');
  const filter = driver.page.getByRole('searchbox');
  for (const kind of kinds.filter(isPlacedKind)) {
    const name = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    await filter.fill(`kind:${kind}`);
    const row = driver.page.locator(`tr[data-id^="${kind}:"]`).first();
    await row.click();
    await session.take(`inspector-${name}`);
    await takeRest(session, `inspector-${name}-rest`);
  }
  await filter.fill('');
  await session.openTab('Catalogue');
}

/** The lower half of the inspector, where it scrolls. */
export async function takeRest(session: Session, name: string): Promise<void> {
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
