import { randomUUID } from 'node:crypto';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import { newPlan } from '../../../core/plan/new-plan.ts';
import { makeRecord } from '../../../core/plan/parse-record.ts';
import { allRecords, inOrder, type Plan, planOf } from '../../../core/plan/plan.ts';
import type { Result } from '../../../core/result.ts';
import type { Repositories } from '../../../electron/storage/repositories.ts';
import { Store } from '../../../electron/storage/store.ts';

/** What was granted; an attack that is refused what it needs shows nothing. */
export function granted<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.message}`);
  return result.value;
}

/** A store of the application on a file, opened, with what it told. */
export function openStore(file: string): { store: Store; told: string[] } {
  const told: string[] = [];
  const tell = (sentence: string) => void told.push(sentence);
  const store = new Store({ file, onSlow: () => undefined, onNotice: tell, onTrouble: tell });
  store.open();
  return { store, told };
}

/** A plan with a wall and the floor-plan picture of the given bytes below it. */
export function planWithPicture(name: string, attachment: string): Plan {
  const newId = <K extends 'floor' | 'layer'>(kind: K) => `${kind}:${randomUUID()}` as IdOf<K>;
  const plan = newPlan({ name, displayUnit: 'm', newId });
  const [floor, layer] = [inOrder(plan, 'floor')[0]?.id, inOrder(plan, 'layer')[0]?.id];
  if (!floor || !layer) throw new Error('A new plan has no floor or no layer.');
  const picture = makeRecord('underlay', {
    id: `underlay:${randomUUID()}`,
    floor,
    layer,
    at: { x: 0, y: 0 },
    attachment,
    widthPx: 100,
    heightPx: 50,
  });
  const wall = makeRecord('wall', {
    id: `wall:${randomUUID()}`,
    floor,
    layer,
    a: { x: 0, y: 0 },
    b: { x: 8, y: 0 },
  });
  return planOf([...allRecords(plan), granted(picture), granted(wall)]);
}

/** Stores a plan in a site of its own. */
export function storePlan({ sites, plans, attachments }: Repositories, id: string): void {
  const siteId = granted(sites.findOrCreate('Depot')).id;
  const picture = granted(attachments.add('image/png', Buffer.from(`the picture of ${id}`)));
  const plan = planWithPicture(`Plan ${id}`, picture);
  granted(plans.create({ id, siteId, name: `Plan ${id}`, plan, receivedFrom: null }));
}

/** Saves one edit of a plan: its wall gets another thickness; gives the version that was acknowledged. */
export function saveEdit(
  { plans }: Repositories,
  id: string,
  number: number,
): Result<number, { message: string }> {
  const loaded = plans.load(id);
  if (!loaded.ok) return loaded;
  const [wall] = loaded.value.plan.tables.wall.values();
  if (!wall) throw new Error('The plan has no wall.');
  const after = { ...wall, thickness: 0.1 + (number % 50) / 100 };
  const diff = [{ id: wall.id, before: wall, after }];
  const commit = { label: 'edit.move', author: '', at: new Date().toISOString(), undoes: null, diff };
  const saved = plans.save(id, {
    baseVersion: loaded.value.summary.version,
    commits: [{ ...commit, step: `step ${number} of ${id}` }],
  });
  return saved.ok ? { ok: true, value: saved.value.version } : saved;
}

/** The plans that can be read whole, and the names of those that are said to be damaged. */
export function readableIn({ sites, plans }: Repositories): { whole: string[]; damaged: string[] } {
  const all = sites.list().flatMap((site) => site.plans);
  const whole: string[] = [];
  const damaged: string[] = [];
  for (const { id, name } of all) {
    const loaded = plans.load(id);
    if (loaded.ok) whole.push(id);
    else if (loaded.error.message.includes(`"${name}"`)) damaged.push(id);
  }
  return { whole: whole.sort(), damaged: damaged.sort() };
}
