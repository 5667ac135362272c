import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron } from '@playwright/test';
import PDFDocument from 'pdfkit';
import type { Page } from '../../core/drawing/draw-item.ts';
import { paperItems } from '../../core/drawing/paper-items.ts';
import { layoutSheet } from '../../core/drawing/sheet/layout-sheet.ts';
import { planToJson } from '../../core/plan/plan-json.ts';
import { referencePlan } from '../../core/reference/reference-plan.ts';
import { paintPdf } from '../../electron/output/pdf-painter.ts';
import { AppDriver, newDataFolder } from '../driver/app-driver.ts';
import { folderOfThisRun } from '../driver/folder-of-this-run.ts';
import { proportionalMegabytes } from '../driver/memory.ts';
import { openReference } from './open-plan.ts';
import { type BenchResult, figure, median, quantile, ratioFigure } from './result.ts';

const RUNS = 5;

/** From the click to the status bar's "Saved", on the campus plan. */
export async function benchEditOnDisk(): Promise<readonly BenchResult[]> {
  const { driver } = await openReference('campus');
  await driver.key('p');
  const times: number[] = [];
  for (let index = 0; index < 60; index++) {
    times.push(
      await driver.page.evaluate(async (step) => {
        const canvas = document.querySelector('[role=application]') as HTMLElement;
        const box = canvas.getBoundingClientRect();
        const at = {
          clientX: box.x + 60 + (step % 20) * 40,
          clientY: box.y + 60 + Math.floor(step / 20) * 60,
          pointerId: 1,
          button: 0,
          bubbles: true,
        };
        canvas.setPointerCapture = () => undefined;
        canvas.dispatchEvent(new PointerEvent('pointerdown', { ...at, buttons: 1 }));
        const bar = document.querySelector('[data-region=status]') as HTMLElement;
        // Heard at once: looking again and again would wait its turn behind what the window does meanwhile.
        const saved = new Promise<void>((resolve) => {
          let isUnderWay = false;
          const observer = new MutationObserver(() => {
            const isSaved = bar.querySelector('[data-save=saved]') !== null;
            if (!isSaved) isUnderWay = true;
            else if (isUnderWay) {
              observer.disconnect();
              resolve();
            }
          });
          observer.observe(bar, { subtree: true, childList: true, attributes: true });
        });
        const began = performance.now();
        canvas.dispatchEvent(new PointerEvent('pointerup', at));
        await saved;
        return performance.now() - began;
      }, index),
    );
    // As fast as a person who knows the place of each: the drawing settles in between.
    await driver.page.waitForTimeout(600);
  }
  await driver.close();
  return [figure('edit on disk p95', 'campus', quantile(times, 0.95), 'ms', 50)];
}

/** From the click on a plan of a name, a second after the list is shown, to its painted drawing, milliseconds. */
export async function openedMs({ page }: AppDriver, name: string): Promise<number> {
  const button = page.getByRole('button', { name, exact: true });
  await button.waitFor();
  // A person finds the plan in the list first.
  await page.waitForTimeout(1000);
  return button.evaluate(async (element: HTMLElement) => {
    const began = performance.now();
    element.click();
    await new Promise<void>((resolve) => {
      const look = () =>
        document.querySelector('[role=application][data-scale]') ? resolve() : requestAnimationFrame(look);
      look();
    });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    return performance.now() - began;
  });
}

/** From the click on a plan, a second after the list is shown, to its painted drawing; and the memory then. */
export async function benchOpen(): Promise<readonly BenchResult[]> {
  const { driver, data, plan } = await openReference('campus');
  const parsed = await driver.page.evaluate(parseTimes, { text: planToJson(plan), count: RUNS });
  await driver.close();
  const times: number[] = [];
  let memory = Number.NaN;
  for (let run = 0; run < RUNS; run++) {
    const again = await AppDriver.launch(data);
    times.push(await openedMs(again, 'campus'));
    await again.page.waitForTimeout(3000);
    memory = proportionalMegabytes(again.app.process().pid ?? 0);
    await again.close();
  }
  return [
    figure('open', 'campus', median(times), 'ms', 1000),
    ratioFigure(
      'open, to JSON.parse of its plan.json',
      'campus',
      { value: median(times), reference: median(parsed) },
      { type: 'at-most', ratio: 10 },
    ),
    figure('memory', 'campus', memory, 'MB', 450),
  ];
}

/** Runs in the window: how long JSON.parse of a text takes, so many times, milliseconds each. */
function parseTimes({ text, count }: { readonly text: string; readonly count: number }): number[] {
  return Array.from({ length: count }, () => {
    const began = performance.now();
    JSON.parse(text);
    return performance.now() - began;
  });
}

const emptyMain = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => { const window = new BrowserWindow({ show: false }); window.once('ready-to-show', () => window.show()); window.loadURL('data:text/html,<main>empty</main>'); });
app.on('window-all-closed', () => app.quit());`;

/** Start to usable window, against an empty Electron window in the same run. */
export async function benchStart(): Promise<readonly BenchResult[]> {
  const empty = folderOfThisRun('sallyport-empty-');
  writeFileSync(path.join(empty, 'package.json'), '{"name":"empty","main":"main.js"}');
  writeFileSync(path.join(empty, 'main.js'), emptyMain);
  const launch = async (folder: string): Promise<number> => {
    const switches = (process.env.RUNTIME_ELECTRON_SWITCHES ?? '').split(' ').filter(Boolean);
    const began = performance.now();
    const args = [folder, ...switches, `--user-data-dir=${newDataFolder()}`];
    const app = await _electron.launch({ executablePath: process.env.ELECTRON_EXEC_PATH ?? '', args });
    await (await app.firstWindow()).locator('main').first().waitFor();
    const took = performance.now() - began;
    await app.close();
    return took;
  };
  const [own, bare]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    bare.push(await launch(empty));
    own.push(await launch('.'));
  }
  return [
    ratioFigure(
      'start against an empty window',
      null,
      { value: median(own), reference: median(bare) },
      { type: 'at-most', ratio: 1.35 },
    ),
  ];
}

/** An A1 sheet of the campus plan as a vector PDF. */
export async function benchPdf(): Promise<readonly BenchResult[]> {
  const { plan } = referencePlan('campus', 1);
  const [times, strokes]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    const choice = {
      sheetId: null,
      scale: null,
      paper: 'A1',
      orientation: null,
      floorId: null,
      states: null,
      shown: null,
      day: '2026-01-01',
    };
    const page = layoutSheet({ plan, planName: 'campus', siteName: 'campus' }, choice);
    if (!page.ok) throw new Error(page.error.message);
    await paintPdf([page.value], () => null);
    times.push(performance.now() - began);
    strokes.push(await strokedMs(page.value));
  }
  return [
    figure('A1 sheet to PDF', 'campus', median(times), 'ms', 2000),
    ratioFigure(
      'A1 sheet to PDF, to pdfkit alone stroking as many paths',
      'campus',
      { value: median(times), reference: median(strokes) },
      { type: 'at-most', ratio: 4 },
    ),
  ];
}

/** How long pdfkit takes, by its own calls, to stroke the paths of a page on one of its own, milliseconds. */
async function strokedMs(page: Page): Promise<number> {
  const paths = page.groups.flatMap((group) =>
    paperItems(group).flatMap((item) => (item.type === 'path' ? [item.path] : [])),
  );
  const began = performance.now();
  const pdf = new PDFDocument({ size: 'A1', font: '' });
  pdf.on('data', () => undefined);
  const ended = new Promise((resolve) => pdf.once('end', resolve));
  for (const path of paths) {
    for (const step of path) {
      if (step[0] === 'M') pdf.moveTo(step[1], step[2]);
      else if (step[0] === 'L') pdf.lineTo(step[1], step[2]);
    }
    pdf.stroke();
  }
  pdf.end();
  await ended;
  return performance.now() - began;
}
