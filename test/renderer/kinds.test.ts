import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { deviceKinds } from '../../core/plan/plan.ts';
import { plainDevices } from '../../renderer/editor/gestures/plain-device.ts';
import { kindWindow, plainTool } from '../../renderer/kinds/index.ts';
import { isMessageKey, text } from '../../renderer/messages/text.ts';
import { placedKinds } from '../support/plan-builder.ts';

// They are found by their files: what the compiler cannot ask for is asked for here.
describe.each(placedKinds)('the kind %s in the window', (kind) => {
  test('has its one file, its name, and the name of the step that adds one', () => {
    expect(kindWindow(kind).kind).toBe(kind);
    expect(text(`kind.${kind}`)).toMatch(/^[A-Z]/);
    expect(isMessageKey(`edit.add.${kind}`)).toBe(kind !== 'underlay');
  });
});

test('there is no file beyond those of the kinds', () => {
  const folder = path.resolve(import.meta.dirname, '../../renderer/kinds');
  const files = readdirSync(folder).filter((file) => !['index.ts', 'kind-window.ts', 'parts'].includes(file));
  const named = placedKinds.map(
    (kind) => `${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`,
  );
  expect(files.sort()).toEqual(named.sort());
});

test('every tool of a device has its words, and each plain one its icon', () => {
  for (const kind of deviceKinds) {
    expect(isMessageKey(`tool.place-${kind}`)).toBe(true);
    expect(isMessageKey(`hint.place-${kind}`)).toBe(true);
  }
  for (const tool of Object.keys(plainDevices)) expect(plainTool(tool)?.icon[0]).toMatch(/^M/);
  expect(plainTool('draw-wall')).toBeNull();
});

test('a key that is none is a fault, not shown', () => {
  expect(() => text('kind.nothing' as never)).toThrow('kind.nothing');
});
