import { expect, type Locator } from '@playwright/test';

/** Chooses in a list by the keyboard alone. */
export async function chooseInList(list: Locator, option: string): Promise<void> {
  const page = list.page();
  await list.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type(option);
  await expect(page.getByRole('option', { name: option }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
}
