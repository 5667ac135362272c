import fs from 'node:fs';
import Database from 'better-sqlite3';
import { change, type FolderState, inside, state, withoutNote } from './folder-state.ts';

/** Overwrites one byte of a record's text in the file itself, as a disk does. */
function damageByte(file: string, kind: string): void {
  const db = new Database(file, { readonly: true });
  const sql = "SELECT body FROM record WHERE plan_id = 'one' AND kind = ?";
  const body = db.prepare<[string], string>(sql).pluck().get(kind) ?? '';
  db.close();
  change(file, (bytes) => {
    let at = bytes.indexOf(body);
    if (body === '' || at < 0) throw new Error(`The text of the ${kind} is not in the file.`);
    // Pages that are in use no more may hold it, too.
    for (; at >= 0; at = bytes.indexOf(body)) bytes[at] = 0x7e;
    return bytes;
  });
}

export const rows: readonly FolderState[] = [
  ...['underlay', 'wall', 'settings', 'floor'].map((kind) =>
    state(`one byte of a plan's ${kind} is another`, 'one-plan-named', (file) => damageByte(file, kind)),
  ),
  state('the same of a picture, after an unclean end', 'one-plan-named', (file) => {
    damageByte(file, 'underlay');
    fs.writeFileSync(`${file}-wal`, 'a log that nothing can be read from'.repeat(200));
  }),
  ...['settings', 'floor', 'layer', 'wall', 'underlay'].map((kind) =>
    state(`a plan has lost its ${kind}`, 'one-plan-named', (file) =>
      inside(file, `DELETE FROM record WHERE plan_id = 'one' AND kind = '${kind}'`),
    ),
  ),
];

export const unlisted: readonly FolderState[] = [
  ...[
    ['the rows of all sites are lost', 'DELETE FROM site'],
    ['the row of a plan is lost', "DELETE FROM plan WHERE id = 'one'"],
    ['the rows of all sites and plans are lost', 'DELETE FROM site; DELETE FROM plan'],
    ['a plan that is listed is noted as unfinished', "INSERT INTO intake VALUES ('one', NULL)"],
  ].flatMap(([name = '', sql = '']) => [
    state(name, 'as-before', (file) => inside(file, sql)),
    state(`${name}, and the small note`, 'as-before', (file) => {
      inside(file, sql);
      withoutNote(file);
    }),
  ]),
  state('the row of a plan and its records are lost', 'one-plan-named', (file) =>
    inside(
      file,
      "INSERT INTO change (plan_id, seq, step, at, author, label, diff) VALUES ('one', 1, '', '', '', '', '')",
      "DELETE FROM plan WHERE id = 'one'",
      "DELETE FROM record WHERE plan_id = 'one'",
    ),
  ),
  ...['wall', 'underlay', 'floor'].flatMap((kind) => [
    state(`the row of a ${kind} says that it is of another kind`, 'one-plan-named', (file) =>
      inside(file, `UPDATE record SET kind = 'x' || kind WHERE plan_id = 'one' AND kind = '${kind}'`),
    ),
    state(`the row of a ${kind} has another id`, 'one-plan-named', (file) =>
      inside(
        file,
        `UPDATE record SET id = '${kind}:x' || substr(id, 9) WHERE plan_id = 'one' AND kind = '${kind}'`,
      ),
    ),
    state(`a ${kind} in rows of an older format is another`, 'one-plan-named', (file) =>
      inside(
        file,
        "UPDATE plan SET format = 3 WHERE id = 'one'",
        `UPDATE record SET body = body || ' ' WHERE plan_id = 'one' AND kind = '${kind}'`,
      ),
    ),
  ]),
];
