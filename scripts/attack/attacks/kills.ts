import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { encodePlan } from '../../../core/codec/plan-file.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';
import { packArchive } from '../../../electron/files/plan-archive.ts';
import { AppDriver, ignoreEnd, newDataFolder } from '../../driver/app-driver.ts';
import type { Attack, AttackRun } from '../attack.ts';

/** What the database holds when it is opened after a kill. */
type Found = {
  readonly integrity: string;
  readonly records: number;
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
  readonly prepare?: (round: Round) => Promise<void>;
  readonly begin: (round: Round, random: AttackRun['random']) => Promise<void>;
};

const databaseIn = (data: string) => path.join(data, 'sallyport.db');
const LAYOUT = 'Security layout';

function foundIn(file: string): Found {
  const db = new Database(file);
  try {
    const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
    return {
      integrity: String(db.pragma('integrity_check', { simple: true })),
      records: count(`SELECT count(*) FROM record WHERE kind NOT IN ('settings', 'floor', 'layer', 'phase')
        AND plan_id = (SELECT id FROM plan WHERE name = '${LAYOUT}')`),
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
  { name: 'editing', withinMs: 60, begin: placePost },
  {
    name: 'undo',
    withinMs: 60,
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
      await driver.answerDialogs({ save: path.join(data, 'out.sallyport') });
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

/** Kills the application in the middle of something, and looks at what is on the disk and at the next start. */
async function killDuring(activity: Activity, data: string, run: AttackRun): Promise<void> {
  const file = databaseIn(data);
  const driver = await AppDriver.launch(data);
  const round = { driver, data };
  await driver.openPlan(LAYOUT);
  await placePost(round, run.random);
  await driver.saved();
  await activity.prepare?.(round);
  // By a second connection, while the window has the database open.
  const before = foundIn(file);
  const begun = activity.begin(round, run.random).catch(ignoreEnd);
  await new Promise((resolve) => setTimeout(resolve, run.random.below(activity.withinMs)));
  await kill(driver);
  await begun;
  const after = foundIn(file);
  run.tried();
  const fail = (what: string) => run.failed(`killed during ${activity.name}: ${what}`);
  if (after.integrity !== 'ok') fail(`the database says ${after.integrity}`);
  // An edit more may have come to the disk before it was acknowledged, or one that was begun taken one back.
  if (after.edits < before.edits) fail(`${before.edits - after.edits} saved edits are gone`);
  const lost = before.records - after.records;
  if (lost > (activity.name === 'undo' ? 1 : 0)) fail(`${lost} saved records are gone`);
  if (after.plans < before.plans) fail(`${before.plans - after.plans} plans are gone or cut short`);
  if (after.templates < before.templates) fail('a template is gone');
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
  await new Promise((resolve) => setTimeout(resolve, run.random.below(200)));
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
    const rounds = run.form === 'short' ? 2 : 189;
    const restores = run.form === 'short' ? 0 : 15;
    for (let round = 0; round < rounds; round++) {
      const activity = activities[round % activities.length];
      if (activity) await killDuring(activity, data, run);
    }
    for (let round = 0; round < restores; round++) await killDuringRestore(data, run);
  },
};
