import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AppDriver } from '../../driver/app-driver.ts';

/** What was acknowledged since the watch began; null where nothing was. */
export type Heard = {
  /** The version that main last answered a save with. */
  readonly version: number | null;
  /** The records that the window last showed while it said "Saved". */
  readonly records: number | null;
};

export type HeardSaves = {
  readonly heard: () => Heard;
  /** Resolves when the window says "Saved" again after a change of what it shows; false when it does not in time. */
  readonly next: (withinMs: number) => Promise<boolean>;
};

type Invoke = (event: unknown, args: unknown) => Promise<unknown>;

/**
 * Writes the version of every answer to a save into a file before the window gets it: that outlives a kill.
 *
 * The handlers are a map of Electron's own, which it does not describe.
 */
async function watchMain({ app }: AppDriver, file: string): Promise<void> {
  await app.evaluate(({ ipcMain }, place) => {
    const { appendFileSync } = process.getBuiltinModule('node:fs');
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Invoke> };
    const save = handlers.get('plans.save');
    if (!save) throw new Error('Nobody answers plans.save.');
    handlers.set('plans.save', async (event, args) => {
      const answer = (await save(event, args)) as { ok: boolean; value?: { version: number } };
      if (answer.ok) appendFileSync(place, `${answer.value?.version}\n`);
      return answer;
    });
  }, file);
}

/** Calls a function with the records that are shown whenever the status bar changes and says "Saved". */
async function watchWindow({ page }: AppDriver, heard: (records: number) => void): Promise<void> {
  await page.exposeFunction('heardSaved', heard);
  await page.evaluate(() => {
    const bar = document.querySelector('[data-region=status]');
    if (!bar) throw new Error('There is no status bar.');
    const look = () => {
      const shown = [...bar.querySelectorAll('span')].flatMap(({ textContent }) => {
        const count = /^([\d,]+) records?$/.exec(textContent ?? '')?.[1];
        return count === undefined ? [] : [Number(count.replaceAll(',', ''))];
      });
      const { heardSaved } = window as unknown as { heardSaved: (records: number) => void };
      if (bar.querySelector('[data-save=saved]') && shown[0] !== undefined) heardSaved(shown[0]);
    };
    // Once the window has finished with the change: its parts are not painted in one go.
    const observer = new MutationObserver(() => setTimeout(look));
    observer.observe(bar, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** Hears from now on what is acknowledged of the open plan, `shown` records of which are shown. */
export async function hearSaves(driver: AppDriver, data: string, shown: number): Promise<HeardSaves> {
  const file = path.join(data, `heard-${Date.now()}`);
  let records: number | null = null;
  let onSaved = () => {};
  await watchMain(driver, file);
  await watchWindow(driver, (count) => {
    records = count;
    if (count !== shown) onSaved();
  });
  return {
    heard: () => {
      const versions = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
      return { version: versions.length > 0 ? Number(versions.at(-1)) : null, records };
    },
    next: (withinMs) =>
      new Promise((resolve) => {
        const late = setTimeout(() => resolve(false), withinMs);
        onSaved = () => {
          clearTimeout(late);
          resolve(true);
        };
      }),
  };
}
