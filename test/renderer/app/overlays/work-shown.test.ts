import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { doWorking, showWork, workShown } from '../../../../renderer/app/overlays/work-shown.ts';

// Frames belong to the window.
beforeEach(() => void vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint)));
afterEach(() => void vi.unstubAllGlobals());

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 30));

test('work is done while something is shown that goes on beside it, which is shown again afterwards', async () => {
  const hide = showWork('Reading earlier steps…');
  const work = vi.fn(() => expect(workShown()).toBe('Making rooms…'));
  doWorking('Making rooms…', work);
  await aMoment();
  expect(work).toHaveBeenCalledTimes(1);
  expect(workShown()).toBe('Reading earlier steps…');
  hide();
  expect(workShown()).toBeNull();
});

test('what ends while work is queued takes nothing else from sight', async () => {
  const hide = showWork('Reading earlier steps…');
  doWorking('Making rooms…', () => undefined);
  hide();
  expect(workShown()).toBe('Making rooms…');
  await aMoment();
  expect(workShown()).toBeNull();
});

test('work that is asked for again while it is queued is done once, afterwards again', async () => {
  const work = vi.fn();
  doWorking('Making rooms…', work);
  doWorking('Making rooms…', work);
  await aMoment();
  expect(work).toHaveBeenCalledTimes(1);
  doWorking('Making rooms…', work);
  await aMoment();
  expect(work).toHaveBeenCalledTimes(2);
});
