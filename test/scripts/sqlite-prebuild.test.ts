import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';

// A prepared checkout loads the module compiled for the older Electron, so the shipped one is opened by name.
test('the prebuilt SQLite of this system opens, writes and reads', () => {
  const entry = `better-sqlite3/${process.platform}-${process.arch}`;
  const Prebuilt = createRequire(import.meta.url)(entry) as typeof Database;
  const db = new Prebuilt(':memory:');
  db.exec('CREATE TABLE t(a INTEGER) STRICT; INSERT INTO t VALUES(42)');
  expect(db.prepare('SELECT a FROM t').get()).toEqual({ a: 42 });
  db.close();
  expect(db.open).toBe(false);
});

test('the project’s own Node runs the tests', () => {
  expect(process.versions.node.split('.')[0]).toBe('24');
});
