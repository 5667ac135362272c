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
