import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { encodePlan } from '../../../core/codec/plan-file.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';
import { packArchive } from '../../../electron/files/plan-archive.ts';
import { AppDriver, ignoreEnd, newDataFolder } from '../../driver/app-driver.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { type Heard, hearSaves } from '../stored/heard-saves.ts';
import { planIn } from '../stored/plan-in.ts';

/** What the database holds when it is opened after a kill. */
type Found = {
  readonly integrity: string;
  readonly records: number;
  /** Of the plan that is open. */
  readonly version: number;
  readonly edits: number;
  readonly plans: number;
  readonly templates: number;
};

type Round = {
  readonly driver: AppDriver;
  readonly data: string;
};

/** Begins something in the window without waiting for its end. */
type Activity = {
  readonly name: string;
  /** Most milliseconds after its begin at which it is killed. */
  readonly withinMs: number;
  /** The records get more or less by what is saved: half of the kills come as soon as the window calls it saved. */
  readonly records?: 'more' | 'less';
  readonly prepare?: (round: Round) => Promise<void>;
  readonly begin: (round: Round, random: AttackRun['random']) => Promise<void>;
};

const databaseIn = (data: string) => path.join(data, 'sallyport.db');
/** In every round the same: one that was written before must stay whole until another one is there. */
const exportIn = (data: string) => path.join(data, 'out.sallyport');
/** Longer than it takes until an edit is called saved, also on a busy machine. */
const HEARS_MS = 10_000;
const LAYOUT = 'Security layout';

function foundIn(file: string): Found {
  const db = new Database(file);
  try {
    const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
    return {
      integrity: String(db.pragma('integrity_check', { simple: true })),
      records: count(`SELECT count(*) FROM record WHERE kind NOT IN ('settings', 'floor', 'layer', 'phase')
        AND plan_id = (SELECT id FROM plan WHERE name = '${LAYOUT}')`),
      version: count(`SELECT version FROM plan WHERE name = '${LAYOUT}'`),
      edits: count('SELECT count(*) FROM change'),
      plans: count(
        'SELECT count(*) FROM plan WHERE records = (SELECT count(*) FROM record WHERE plan_id = plan.id)',
      ),
      templates: count('SELECT count(*) FROM template'),
    };
  } finally {
    db.close();
  }
}

/** Places a guard post somewhere in view. */
async function placePost({ driver }: Round, random: AttackRun['random']): Promise<void> {
  await driver.key('p');
  await driver.click({ x: random.between(4, 24), y: random.between(4, 13) });
}

const activities: readonly Activity[] = [
  {
    name: 'editing',
    withinMs: 250,
    records: 'more',
    begin: async (round, random) => {
      for (let posts = 0; posts < 3; posts += 1) await placePost(round, random);
    },
  },
  {
    name: 'undo',
    withinMs: 120,
    records: 'less',
    begin: ({ driver }) => driver.key('Control+z'),
  },
  {
    name: 'closing',
    withinMs: 250,
    begin: async ({ driver }) => {
      await driver.app
        .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
        .catch(ignoreEnd);
    },
  },
  {
    name: 'export',
    withinMs: 400,
    begin: async ({ driver, data }) => {
      await driver.answerDialogs({ save: exportIn(data) });
      await driver.page.getByRole('button', { name: 'Issue layout' }).click();
      await driver.page.getByRole('menuitem', { name: 'Plan file' }).click();
    },
  },
  {
    name: 'import',
    withinMs: 900,
    begin: async ({ driver, data }) => {
      await driver.answerDialogs({ open: path.join(data, 'typical.sallyport') });
      await driver.key('Control+o');
    },
  },
  {
    name: 'template',
    withinMs: 80,
    prepare: async ({ driver }) => {
      await driver.key('v');
      await driver.key('Control+a');
      await driver.key('Control+k');
      await driver.page.keyboard.type('Save selection as template');
      await driver.page.keyboard.press('Enter');
      await driver.page.getByLabel('Name', { exact: true }).last().fill(`Kept ${Date.now()}`);
    },
    begin: ({ driver }) => driver.page.keyboard.press('Enter'),
  },
  {
    name: 'backup',
    withinMs: 400,
    prepare: async ({ driver }) => {
      await driver.key('Control+k');
      await driver.page.keyboard.type('Back up now');
    },
    begin: ({ driver }) => driver.page.keyboard.press('Enter'),
  },
];

async function kill(driver: AppDriver): Promise<void> {
  const process = driver.app.process();
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await ended;
}

/** A folder of data with an empty plan, and a plan file beside it. */
async function folderWithPlan(): Promise<string> {
  const data = newDataFolder();
  const { plan, planId } = referencePlan('typical', 1);
  const parcel = { planId, planName: 'typical', siteName: 'typical', plan, attachments: new Map() };
  writeFileSync(path.join(data, 'typical.sallyport'), await packArchive(encodePlan(parcel, '0.0.0')));
  const driver = await AppDriver.launch(data);
  await driver.newPlan('Killed');
  await driver.saved();
  await driver.close();
  return data;
}

/** What of what was there and what was acknowledged is gone, one line each. */
function lossesOf({ name, records }: Activity, [before, after]: readonly [Found, Found], heard: Heard) {
  const losses: string[] = [];
  if (after.integrity !== 'ok') losses.push(`the database says ${after.integrity}`);
  // An edit more may have come to the disk before it was acknowledged, or one that was begun taken one back.
  if (after.edits < before.edits) losses.push(`${before.edits - after.edits} saved edits are gone`);
  const lost = before.records - after.records;
  if (lost > (name === 'undo' ? 1 : 0)) losses.push(`${lost} saved records are gone`);
  if (after.plans < before.plans) losses.push(`${before.plans - after.plans} plans are gone or cut short`);
  if (after.templates < before.templates) losses.push('a template is gone');
  if (after.version < (heard.version ?? 0))
    losses.push(`version ${heard.version} was acknowledged, ${after.version} is stored`);
  const behind = (heard.records ?? after.records) - after.records;
  // Where a file is opened the window goes on to another plan.
  if (records && (records === 'more' ? behind > 0 : behind < 0))
    losses.push(`${heard.records} records were called saved, ${after.records} are stored`);
  return losses;
}

/** Why the file that an export wrote is not whole; null where it is, or where there is none yet. */
async function exportHarm(data: string): Promise<string | null> {
  if (!existsSync(exportIn(data))) return null;
  return planIn(exportIn(data)).then(
    () => null,
    (error: unknown) => `the exported file is not whole: ${String(error)}`,
  );
}

/** Begins an activity and kills the application in the middle of it; gives what was acknowledged until then. */
async function beginAndKill(activity: Activity, round: Round, run: AttackRun): Promise<Heard> {
  const { driver, data } = round;
  const saves = await hearSaves(driver, data, foundIn(databaseIn(data)).records);
  const heard = activity.records && run.random.below(2) === 0 ? saves.next(HEARS_MS) : null;
  const begun = activity.begin(round, run.random).catch(ignoreEnd);
  if (heard === null) await pause(run.random.below(activity.withinMs));
  else if (!(await heard)) run.failed(`${activity.name} was not called saved`);
  await kill(driver);
  await begun;
  return saves.heard();
}

/** Kills the application in the middle of something, and looks at what is on the disk and at the next start. */
async function killDuring(activity: Activity, data: string, run: AttackRun): Promise<void> {
  const driver = await AppDriver.launch(data);
  const round = { driver, data };
  await driver.openPlan(LAYOUT);
  await placePost(round, run.random);
  await driver.saved();
  await activity.prepare?.(round);
  // By a second connection, while the window has the database open.
  const before = foundIn(databaseIn(data));
  const heard = await beginAndKill(activity, round, run);
  const after = foundIn(databaseIn(data));
  run.tried();
  const fail = (what: string) => run.failed(`killed during ${activity.name}: ${what}`);
  for (const loss of lossesOf(activity, [before, after], heard)) fail(loss);
  const harm = await exportHarm(data);
  if (harm) fail(harm);
  await lookAgain(data, after, fail);
  for (const name of brokenBackupsIn(data)) fail(`the backup ${name} is not whole`);
}

/** The backups that are offered by name and cannot be relied on. */
function brokenBackupsIn(data: string): readonly string[] {
  const folder = path.join(data, 'backups');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith('.db')).filter((name) => !isWhole(path.join(folder, name)));
}

function isWhole(file: string): boolean {
  const db = new Database(file, { readonly: true });
  try {
    return db.pragma('integrity_check', { simple: true }) === 'ok';
  } finally {
    db.close();
  }
}

/** The next start shows the plan with what is on the disk, and lists no plan that was cut off. */
async function lookAgain(data: string, after: Found, fail: (what: string) => void): Promise<void> {
  const again = await AppDriver.launch(data);
  await again.openPlan(LAYOUT);
  const footer = again.page
    .locator('footer')
    .getByText(/^\d+ records?$/)
    .first();
  const shown = Number.parseInt((await footer.textContent()) ?? '', 10);
  if (shown !== after.records) fail(`${shown} records are shown, ${after.records} stored`);
  if (again.complaints.length > 0) fail(`the window complains: ${again.complaints[0]}`);
  await again.close();
}

/** Kills the application while a backup is put in the place of a damaged database. */
async function killDuringRestore(source: string, run: AttackRun): Promise<void> {
  const data = newDataFolder();
  copyFileSync(databaseIn(source), databaseIn(data));
  const first = await AppDriver.launch(data);
  await first.openPlan(LAYOUT);
  await placePost({ driver: first, data }, run.random);
  await first.saved();
  await first.close();
  const { records } = foundIn(databaseIn(data));
  writeFileSync(databaseIn(data), 'no database any more');
  const driver = await AppDriver.launch(data);
  const button = driver.page.getByRole('button', { name: /^Restore the backup of/ }).first();
  await button.waitFor();
  const begun = button.click().catch(ignoreEnd);
  await pause(run.random.below(200));
  await kill(driver);
  await begun;
  run.tried();
  const fail = (what: string) => run.failed(`killed during restore: ${what}`);
  const again = await AppDriver.launch(data);
  const offered = again.page.getByRole('button', { name: /^Restore the backup of/ }).first();
  const listed = again.page.getByRole('button', { name: LAYOUT, exact: true });
  await offered.or(listed).first().waitFor();
  if (await offered.isVisible()) await offered.click();
  await listed.waitFor();
  await again.close();
  if (!existsSync(databaseIn(data))) return fail('there is no database');
  const found = foundIn(databaseIn(data));
  if (found.records !== records) fail(`${found.records} records are there, ${records} were`);
  const kept = readdirSync(data).some((name) => name.startsWith('sallyport.db.damaged-'));
  if (!kept) fail('the damaged file is gone');
}

/** 200 kills in the long form, over everything that writes. */
export const kills: Attack = {
  name: 'kills',
  forms: ['long'],
  failedOn: null,
  run: async (run) => {
    const data = await folderWithPlan();
    const rounds = run.form === 'short' ? activities.length : 189;
    const restores = run.form === 'short' ? 0 : 15;
    for (let round = 0; round < rounds; round++) {
      const activity = activities[round % activities.length];
      if (activity) await killDuring(activity, data, run);
    }
    for (let round = 0; round < restores; round++) await killDuringRestore(data, run);
  },
};
