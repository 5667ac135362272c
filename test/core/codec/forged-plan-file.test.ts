import { describe, expect, test } from 'vitest';
import { decodePlan, type Entry, encodePlan, hashOf } from '../../../core/codec/plan-file.ts';
import { record, testPlan } from '../../support/plan-builder.ts';

const picture = new TextEncoder().encode('the bytes of a picture');
const underlay = record('underlay', { attachment: hashOf(picture), name: 'Ground floor' });
const plan = testPlan(underlay, record('post', { at: { x: 12.5, y: 3 } }));
const attachments = new Map([[hashOf(picture), picture]]);
const parcel = { planId: 'plan', planName: 'Plan', siteName: 'Site', plan, attachments };
const entries = encodePlan(parcel, '1.0.0');

const replaced = (name: string, bytes: Uint8Array): readonly Entry[] =>
  entries.map((entry) => (entry.name === name ? { name, bytes } : entry));

/** As long as it was, and as valid: one digit or letter of it is another one. */
function forged(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const other = text.includes('12.5') ? text.replace('12.5', '12.6') : text.replace(/[a-z](?=[^a-z]*$)/, 'x');
  expect(other).not.toBe(text);
  expect(other).toHaveLength(text.length);
  return new TextEncoder().encode(other);
}

const listed = entries
  .map(({ name }) => name)
  .filter((name) => !['mimetype', 'manifest.json'].includes(name));

test('the whole file is read', () => {
  expect(decodePlan(entries)).toMatchObject({ ok: true });
  expect(listed).toHaveLength(3);
});

describe.each(listed)('%s', (name) => {
  const bytes = entries.find((entry) => entry.name === name)?.bytes ?? new Uint8Array();

  test('is refused when it is another one of the same length', () => {
    expect(decodePlan(replaced(name, forged(bytes)))).toMatchObject({
      ok: false,
      error: { code: 'damaged', message: expect.stringContaining(`${name} does not match its hash`) },
    });
  });
});

test('a picture that is another one of the same length is refused, also where the manifest has its hash', () => {
  const name = `attachments/${hashOf(picture)}`;
  const other = forged(picture);
  const manifest = JSON.parse(
    new TextDecoder().decode(entries.find((each) => each.name === 'manifest.json')?.bytes),
  );
  for (const entry of manifest.entries) if (entry.path === name) entry.sha256 = hashOf(other);
  const told = new TextEncoder().encode(JSON.stringify(manifest));
  const all = replaced(name, other).map((each) =>
    each.name === 'manifest.json' ? { ...each, bytes: told } : each,
  );
  expect(decodePlan(all)).toEqual({
    ok: false,
    error: {
      code: 'damaged',
      message: 'The picture "Ground floor" is not the one the plan names. Ask for the file again.',
    },
  });
});
