import { expect, test } from 'vitest';
import { BEAT_MS, PageWatch, type Sign } from '../../../electron/watch/page-watch.ts';

/** A page whose signs come when the test gives them, on a clock of the test's own. */
function watched() {
  const told: string[] = [];
  const silent = new Set<Sign>();
  const unexpected = new Set<Sign>();
  let waiting: { readonly sign: Sign; readonly give: () => void }[] = [];
  const watch = new PageWatch({
    ask: (sign) =>
      new Promise<void>((resolve) => {
        if (silent.has(sign)) waiting.push({ sign, give: resolve });
        else resolve();
      }),
    isExpected: (sign) => !unexpected.has(sign),
    onSilent: (sign, seconds) => told.push(`${sign} ${seconds} s`),
    onBack: () => told.push('back'),
  });
  let now = 0;
  const beats = async (count: number, everyMs = BEAT_MS) => {
    for (let beat = 0; beat < count; beat += 1) {
      now += everyMs;
      watch.beat(now);
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  const give = async () => {
    silent.clear();
    for (const each of waiting) each.give();
    waiting = [];
    await Promise.resolve();
    await Promise.resolve();
  };
  return { watch, told, silent, unexpected, beats, give };
}

test('a page that answers is left alone', async () => {
  const { told, beats } = watched();
  await beats(500);
  expect(told).toEqual([]);
});

test.each(['message', 'timer', 'frame'] as const)(
  'a missing %s is told after 12 s, and that it came back',
  async (sign) => {
    const { told, silent, beats, give } = watched();
    await beats(3);
    silent.add(sign);
    await beats(6);
    expect(told).toEqual([]);
    await beats(1);
    expect(told).toEqual([`${sign} 12 s`]);
    await give();
    expect(told).toEqual([`${sign} 12 s`, 'back']);
    await beats(50);
    expect(told).toHaveLength(2);
  },
);

test('of a page that gives no sign at all one is told, again every minute', async () => {
  const { told, silent, beats } = watched();
  for (const sign of ['message', 'timer', 'frame'] as const) silent.add(sign);
  await beats(8 + 60);
  expect(told).toEqual(['message 12 s', 'message 72 s', 'message 132 s']);
});

test('a machine that slept, or was busy itself, says nothing of the page', async () => {
  const { told, silent, beats } = watched();
  silent.add('message');
  await beats(100, 8 * 60 * 60 * 1000);
  await beats(100, 3 * BEAT_MS);
  expect(told).toEqual([]);
});

test('a page that is hidden or held by a debugger owes no sign; what counts begins anew', async () => {
  const { told, silent, unexpected, beats } = watched();
  silent.add('frame');
  await beats(6);
  unexpected.add('frame');
  await beats(100);
  unexpected.clear();
  await beats(5);
  expect(told).toEqual([]);
  await beats(1);
  expect(told).toEqual(['frame 12 s']);
});

test('an answer of the page before says nothing of this one', async () => {
  const { watch, told, silent, beats, give } = watched();
  silent.add('message');
  await beats(8);
  expect(told).toEqual(['message 12 s']);
  watch.restart();
  await give();
  expect(told).toEqual(['message 12 s']);
  silent.add('message');
  await beats(8);
  expect(told).toEqual(['message 12 s', 'message 12 s']);
});
