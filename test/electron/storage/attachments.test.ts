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

  test('go when nothing names them', () => {
    const { attachments } = testDatabase();
    granted(attachments.add('image/png', bytes));
    expect(granted(attachments.deleteUnused())).toBe(1);
    expect(attachments.get(sha256)).toBe(null);
  });

  test('are none where a part of them is lost or changed', () => {
    const { attachments, db } = testDatabase();
    const [first, second] = [Uint8Array.of(1, 2), Uint8Array.of(3)];
    granted(attachments.addPart(sha256, 0, first));
    granted(attachments.addPart(sha256, 1, second));
    granted(attachments.finish(sha256, 'image/png'));
    expect(attachments.get(sha256)?.bytes).toEqual(Buffer.from(bytes));
    db.exec('DELETE FROM attachment_part WHERE part = 1');
    expect(attachments.get(sha256)).toBe(null);
    db.exec("UPDATE attachment SET bytes = x'010204'");
    expect(attachments.get(sha256)).toBe(null);
  });

  test('stay while an underlay from before there were checksums names one that is not there, or is not JSON', () => {
    const { attachments, plans, siteId, db } = testDatabase();
    granted(attachments.add('image/png', bytes));
    const other = granted(attachments.add('image/png', Uint8Array.of(4)));
    granted(plans.create({ id: 'p1', siteId, name: 'x', plan: testPlan(underlay), receivedFrom: null }));
    const change = (sql: string) =>
      db.prepare(`UPDATE record SET checksum = NULL, body = ${sql} WHERE kind = 'underlay'`).run();
    const wrong = sha256.replace(/^./, (sign) => (sign === '0' ? '1' : '0'));
    change(`replace(body, '${sha256}', '${wrong}')`);
    expect(granted(attachments.deleteUnused())).toBe(0);
    change(`'~' || substr(replace(body, '${wrong}', '${sha256}'), 2)`);
    expect(granted(attachments.deleteUnused())).toBe(0);
    change(`'{' || substr(body, 2)`);
    expect(granted(attachments.deleteUnused())).toBe(1);
    expect([attachments.has(sha256), attachments.has(other)]).toEqual([true, false]);
  });

  test('stay while an underlay names them, in a plan, in the trash, or where undo can bring it back', () => {
    const { attachments, plans, siteId } = testDatabase();
    granted(attachments.add('image/png', bytes));
    granted(plans.create({ id: 'p1', siteId, name: 'x', plan: testPlan(underlay), receivedFrom: null }));
    expect(granted(attachments.deleteUnused())).toBe(0);
    granted(plans.moveToTrash('p1'));
    expect(granted(attachments.deleteUnused())).toBe(0);
    granted(plans.restore('p1'));
    granted(plans.save('p1', { baseVersion: 1, commits: [commit('s1', [[underlay, null]])] }));
    expect(granted(attachments.deleteUnused())).toBe(0);
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
