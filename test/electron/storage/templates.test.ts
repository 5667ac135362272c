import { describe, expect, test } from 'vitest';
import { bundledTemplate } from '../../../core/catalogue/templates.ts';
import { writeClipboard } from '../../../core/codec/clipboard.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { testDatabase } from '../../support/temporary-store.ts';
import { windowCalls } from '../../support/window-calls.ts';

const camera = record('camera', { tag: 'C-01' });
const copied = granted(writeClipboard(fragmentOf(testPlan(camera), [camera.id])));

describe('templates', () => {
  test('are kept by name, renamed and removed', () => {
    const { templates } = testDatabase();
    const gate = granted(templates.add('Gate', copied));
    granted(templates.add('airlock', bundledTemplate('checkpoint')));
    expect(templates.list().map(({ name }) => name)).toEqual(['airlock', 'Gate']);
    granted(templates.rename(gate.id, 'Yard gate'));
    expect(templates.list()[1]).toEqual({ id: gate.id, name: 'Yard gate', text: copied });
    granted(templates.remove(gate.id));
    expect(templates.list().map(({ name }) => name)).toEqual(['airlock']);
  });

  test('a name that is taken, a template that is gone and more than a hundred are refused with a sentence', () => {
    const { templates } = testDatabase();
    const first = granted(templates.add('Gate', copied));
    const second = granted(templates.add('Lane', copied));
    const taken = {
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('"Gate" already') },
    };
    expect(templates.add('Gate', copied)).toMatchObject(taken);
    expect(templates.rename(second.id, 'Gate')).toMatchObject(taken);
    granted(templates.rename(first.id, 'Gate'));
    granted(templates.remove(second.id));
    const gone = { ok: false, error: { code: 'not-found', message: 'This template was removed already.' } };
    expect([templates.remove(second.id), templates.rename(second.id, 'x')]).toEqual([gone, gone]);
    for (let number = 1; number < 100; number++) granted(templates.add(`T ${number}`, copied));
    expect(templates.add('One more', copied)).toMatchObject({
      error: { message: 'There are 100 templates already: remove one that is not used.' },
    });
  });

  test.each([
    ['nothing', ''],
    ['some text', 'text'],
    ['a format to come', '{"sallyport":"clipboard","format":99}'],
    ['half of them', copied.slice(0, -9)],
    ['none', copied.replace(/"records":\[.*\]/, '"records":[]')],
    ['too many', copied + ' '.repeat(1024 * 1024)],
    ['a number beyond all bounds', copied.replace('"height":3', '"height":1e400')],
  ])('%s in place of copied records is refused and not stored', async (_name, text) => {
    const { call } = windowCalls();
    const answer = await call('templates.save', { name: 'x', text });
    expect([answer.ok, answer.ok ? '' : answer.error.message.endsWith('.')]).toEqual([false, true]);
    expect(granted(await call('templates.list', {}))).toEqual([]);
  });

  test('records that cannot be read just now are not called damaged', async () => {
    const { call, clipboard } = windowCalls();
    clipboard.text = copied + ' '.repeat(1024 * 1024);
    const pasting = call('clipboard.read', {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    const message = 'Another reading of the copied records is still running. Wait for it.';
    expect(await call('templates.save', { name: 'x', text: copied })).toEqual({
      ok: false,
      error: { code: 'busy', message },
    });
    granted(await pasting);
    granted(await call('templates.save', { name: 'x', text: copied }));
  });

  test('the window keeps, lists, renames and removes them', async () => {
    const { call } = windowCalls();
    const { id } = granted(await call('templates.save', { name: 'Gate', text: copied }));
    granted(await call('templates.rename', { id, name: 'Yard' }));
    expect(granted(await call('templates.list', {}))).toEqual([{ id, name: 'Yard', text: copied }]);
    granted(await call('templates.remove', { id }));
    expect(granted(await call('templates.list', {}))).toEqual([]);
  });
});
