import path from 'node:path';
import Database from 'better-sqlite3';

function inDatabase<T>(dataFolder: string, work: (db: Database.Database) => T): T {
  const db = new Database(path.join(dataFolder, 'sallyport.db'), { readonly: true, fileMustExist: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** The records of every plan in the application's database by their ids, as they lie there. */
export function storedRecords(dataFolder: string): Record<string, Record<string, unknown>> {
  const rows = inDatabase(dataFolder, (db) =>
    db
      .prepare<[], { plan: string; id: string; body: string }>(
        'SELECT plan_id AS plan, id, body FROM record ORDER BY plan_id, kind, id',
      )
      .all(),
  );
  const plans: Record<string, Record<string, unknown>> = {};
  for (const { plan, id, body } of rows) {
    plans[plan] ??= {};
    plans[plan][id] = JSON.parse(body);
  }
  return plans;
}

/** How many sites, plans and attachments are stored. */
export function storedCounts(dataFolder: string) {
  return inDatabase(dataFolder, (db) => {
    const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
    return { sites: count('site'), plans: count('plan'), attachments: count('attachment') };
  });
}
