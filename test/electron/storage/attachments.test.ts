import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { commit, testDatabase } from '../../support/temporary-store.ts';

const bytes = Uint8Array.from([1, 2, 3]);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const underlay = record('underlay', { attachment: sha256 });

describe('attachments', () => {
  test('are stored once by their hash', () => {
    const { attachments, db } = testDatabase();
    expect(granted(attachments.add('image/png', bytes))).toBe(sha256);
    expect(granted(attachments.add('image/png', bytes.slice()))).toBe(sha256);
    expect(attachments.get(sha256)).toEqual({ sha256, mediaType: 'image/png', bytes: Buffer.from(bytes) });
    expect(attachments.get('0'.repeat(64))).toBe(null);
    expect(db.prepare('SELECT count(*) FROM attachment').pluck().get()).toBe(1);
  });

  test('go when they came in and no plan has named them', () => {
    const { attachments, db } = testDatabase();
    granted(attachments.add('image/png', bytes));
    expect(granted(attachments.deleteUnplaced())).toBe(1);
    expect(attachments.get(sha256)).toBe(null);
    expect(db.prepare('SELECT count(*) FROM unplaced').pluck().get()).toBe(0);
  });

  test('that are from before stay, as does one that was there in part when it came in again', () => {
    const { attachments, db } = testDatabase();
    granted(attachments.add('image/png', bytes));
    db.exec('DELETE FROM unplaced');
    expect(granted(attachments.deleteUnplaced())).toBe(0);
    db.exec(`DELETE FROM attachment; INSERT INTO attachment_part VALUES ('${sha256}', 0, x'010203')`);
    granted(attachments.addPart({ sha256, part: 0, bytes }));
    granted(attachments.finish({ sha256, mediaType: 'image/png', parts: 1 }));
    expect(granted(attachments.deleteUnplaced())).toBe(0);
    expect(attachments.get(sha256)?.bytes).toEqual(Buffer.from(bytes));
  });

  test('are none where a part of them is lost or changed', () => {
    const { attachments, db } = testDatabase();
    const [first, second] = [Uint8Array.of(1, 2), Uint8Array.of(3)];
    granted(attachments.addPart({ sha256, part: 0, bytes: first }));
    granted(attachments.addPart({ sha256, part: 1, bytes: second }));
    granted(attachments.finish({ sha256, mediaType: 'image/png', parts: 2 }));
    expect(attachments.get(sha256)?.bytes).toEqual(Buffer.from(bytes));
    db.exec('DELETE FROM attachment_part WHERE part = 1');
    expect(attachments.get(sha256)).toBe(null);
    db.exec("UPDATE attachment SET bytes = x'010204'");
    expect(attachments.get(sha256)).toBe(null);
  });

  test.each([
    ['its row is lost', "DELETE FROM record WHERE kind = 'underlay'"],
    [
      'its row says that it is of another kind',
      "UPDATE record SET kind = 'underlaz' WHERE kind = 'underlay'",
    ],
    [
      'its row names another one',
      "UPDATE record SET body = replace(body, '03', '04') WHERE kind = 'underlay'",
    ],
    ['its row and the journal are lost', "DELETE FROM change; DELETE FROM record WHERE kind = 'underlay'"],
  ])('stay once an underlay has named them, by a plan that came whole or by an edit, when %s', (_, sql) => {
    const { attachments, plans, siteId, db } = testDatabase();
    const other = granted(attachments.add('image/png', Uint8Array.of(4)));
    granted(attachments.add('image/png', bytes));
    granted(plans.create({ id: 'p1', siteId, name: 'x', plan: testPlan(underlay), receivedFrom: null }));
    const placed = record('underlay', { id: 9, attachment: other });
    granted(plans.save('p1', { baseVersion: 1, commits: [commit('s1', [[null, placed]])] }));
    db.pragma('foreign_keys = OFF');
    db.exec(`DELETE FROM change_attachment; ${sql}`);
    expect(granted(attachments.deleteUnplaced())).toBe(0);
    expect([attachments.has(sha256), attachments.has(other)]).toEqual([true, true]);
  });

  test('stay while an underlay names them, in a plan, in the trash, or where undo can bring it back', () => {
    const { attachments, plans, siteId } = testDatabase();
    granted(attachments.add('image/png', bytes));
    granted(plans.create({ id: 'p1', siteId, name: 'x', plan: testPlan(underlay), receivedFrom: null }));
    expect(granted(attachments.deleteUnplaced())).toBe(0);
    granted(plans.moveToTrash('p1'));
    expect(granted(attachments.deleteUnplaced())).toBe(0);
    granted(plans.restore('p1'));
    granted(plans.save('p1', { baseVersion: 1, commits: [commit('s1', [[underlay, null]])] }));
    expect(granted(attachments.deleteUnplaced())).toBe(0);
    expect(attachments.get(sha256)).not.toBe(null);
  });
});

test('settings are kept by key', () => {
  const { settings } = testDatabase();
  expect(settings.get('theme')).toBe(null);
  granted(settings.set('theme', 'dark'));
  granted(settings.set('theme', 'light'));
  expect([settings.get('theme'), settings.all()]).toEqual(['light', { theme: 'light' }]);
});
