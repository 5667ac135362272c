import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppDriver } from '../../driver/app-driver.ts';

/** How the window is looked at: its size in screen pixels, and how many of them make one of the page's. */
export type Look = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
};

const themes = ['light', 'dark'] as const;
const folder = path.resolve('out/screens');

/** The application in a window of one size, with pictures of it in both themes. */
export class Session {
  readonly driver: AppDriver;
  readonly #look: Look;

  private constructor(driver: AppDriver, look: Look) {
    this.driver = driver;
    this.#look = look;
  }

  static async open(look: Look, data: string, ...files: string[]): Promise<Session> {
    const driver = await AppDriver.launch(data, `--force-device-scale-factor=${look.scale}`, ...files);
    const size = { width: look.width / look.scale, height: look.height / look.scale };
    await driver.app.evaluate(({ BrowserWindow, screen }, { width, height }) => {
      const [window] = BrowserWindow.getAllWindows();
      // The native menu bar stands above the page and is in no picture.
      window?.setMenuBarVisibility(false);
      // Chromium makes a window that fills the screen one pixel smaller, unless it is told to fill it.
      if (width === screen.getPrimaryDisplay().size.width) window?.setFullScreen(true);
      else window?.setContentSize(width, height);
    }, size);
    await driver.page.waitForFunction(({ width }) => window.innerWidth === width, size);
    await driver.settled();
    return new Session(driver, look);
  }

  /** Writes what the window shows now, in light and in dark. */
  async take(name: string): Promise<void> {
    for (const theme of themes) {
      await this.driver.page.emulateMedia({ colorScheme: theme });
      await this.driver.settled();
      const place = path.join(folder, `${this.#look.name}-${theme}`);
      mkdirSync(place, { recursive: true });
      await this.driver.page.screenshot({ path: path.join(place, `${name}.png`) });
    }
  }

  async openTab(name: string): Promise<void> {
    await this.driver.page.getByRole('tab', { name }).click();
  }

  /** Closes the window; fails when it complained. */
  async close(): Promise<void> {
    await this.driver.close();
    const { complaints } = this.driver;
    if (complaints.length > 0) throw new Error(`The window complained: ${complaints.join(' | ')}`);
  }
}
