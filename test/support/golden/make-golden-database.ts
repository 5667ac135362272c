// node make-golden-database.ts FOLDER: writes a database of today's format with what is known of it beside it.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeClipboard } from '../../../core/codec/clipboard.ts';
import { edit, type PlanDiff } from '../../../core/plan/diff.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { allRecords, isPlaced, type Plan } from '../../../core/plan/plan.ts';
import { AttachmentRepository } from '../../../electron/storage/attachment-repository.ts';
import { openDatabase } from '../../../electron/storage/database.ts';
import { PlanRepository } from '../../../electron/storage/plan-repository.ts';
import { SiteRepository } from '../../../electron/storage/site-repository.ts';
import { TemplateRepository } from '../../../electron/storage/template-repository.ts';
import { shifted } from '../../../scripts/attack/shifted.ts';
import { granted, record, testId, testPlan } from '../plan-builder.ts';
import { walksOf } from '../random/walks.ts';
import { StoredSession } from '../stored-session.ts';
import { plainHash } from './plain-records.ts';

/** What was in memory when a plan of a golden database was saved, as hashes of its records. */
export type GoldenPlan = {
  readonly now: string;
  /** By each step that undo can take, oldest first, the plan before it. */
  readonly beforeSteps: readonly string[];
  readonly undone: number;
};

const WALK_STEPS = 500;
const LAST_UNDONE = 7;

const hashOf = (plan: Plan) => plainHash(allRecords(plan));

function goldenPlan(session: StoredSession): GoldenPlan {
  session.save();
  const { plan, done, undone } = session;
  const beforeSteps = done.map(({ before }) => (before ? hashOf(before) : ''));
  return { now: hashOf(plan), beforeSteps, undone: undone.length };
}

/** Takes so many steps back; then brings them again, if they are to come. */
function takeBack(session: StoredSession, count: number, then: 'stay' | 'come-again'): void {
  for (let back = 0; back < count; back += 1) session.undo();
  if (then === 'come-again') for (let forth = 0; forth < count; forth += 1) session.redo();
}

/** All kinds of edits one after the other; now and then some of them are taken back and brought again. */
function walked(session: StoredSession): void {
  const [walk] = walksOf(1, { count: 1, length: 1200 });
  const diffs = (walk?.steps ?? []).map(({ diff }) => diff).filter(({ size }) => size > 0);
  for (const diff of diffs.slice(0, WALK_STEPS + LAST_UNDONE)) {
    session.edit(diff);
    if (session.done.length % 50 === 0) takeBack(session, 3, 'come-again');
  }
  takeBack(session, LAST_UNDONE, 'stay');
  if (session.done.length !== WALK_STEPS) throw new Error('the walk was too short');
}

const moveAll = (plan: Plan): PlanDiff =>
  edit(plan, (draft) => {
    for (const each of allRecords(plan)) if (isPlaced(each)) draft.put(shifted(each));
  });

/** Steps so large that they are packed, and one of several commits. */
function movedWhole(session: StoredSession): void {
  for (let step = 0; step < 4; step += 1) session.edit(moveAll(session.plan));
  session.edit(moveAll(session.plan), 'newest');
}

function write(folder: string): void {
  const file = path.join(folder, 'made.db');
  const { db } = granted(openDatabase(file, new Date('2026-11-24T09:00:00.000Z')));
  let made = 0;
  const clock = () => new Date(Date.parse('2026-11-24T08:00:00.000Z') + made * 1000).toISOString();
  const setup = { newId: () => `made-${++made}`, now: clock };
  const plans = new PlanRepository(db, setup);
  const sites = new SiteRepository(db, plans, setup);
  const siteId = granted(sites.create('Harbour Street 12')).id;
  const known: Record<string, GoldenPlan> = {};
  const begin = (id: string, plan: Plan) => {
    granted(plans.create({ id, siteId, name: id, plan, receivedFrom: null }));
    return new StoredSession({ plans, id, plan });
  };

  const walk = begin('walk', testPlan());
  walked(walk);
  known.walk = goldenPlan(walk);

  const cameras = Array.from({ length: 60 }, (_, index) =>
    record('camera', {
      id: index + 1,
      tag: `C-${index + 1}`,
      at: { x: index % 10, y: Math.floor(index / 10) },
    }),
  );
  const whole = begin('whole', testPlan(...cameras));
  movedWhole(whole);
  known.whole = goldenPlan(whole);

  const bytes = new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
      'base64',
    ),
  );
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  granted(new AttachmentRepository(db).add('image/png', bytes));
  const underlay = record('underlay', { attachment: sha256, widthPx: 1, heightPx: 1 });
  const trashed = begin('trashed', testPlan(underlay));
  trashed.edit(new Map([[underlay.id, { before: underlay, after: null }]]));
  known.trashed = goldenPlan(trashed);
  granted(plans.moveToTrash('trashed'));

  const text = granted(writeClipboard(fragmentOf(testPlan(...cameras), [testId('camera', 1)])));
  granted(new TemplateRepository(db, setup).add('One camera', text));
  db.exec('VACUUM');
  db.close();
  fs.writeFileSync(path.join(folder, 'sallyport.db.gz'), gzipSync(fs.readFileSync(file), { level: 9 }));
  fs.rmSync(file);
  fs.writeFileSync(path.join(folder, 'plans.json'), `${JSON.stringify(known, null, 1)}\n`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say into which folder.');
write(folder);
