import { expect, test } from 'vitest';
import { PageEvents } from '../../../electron/windows/page-events.ts';

function pageEvents() {
  const sent: unknown[] = [];
  return { sent, events: new PageEvents((event, payload) => void sent.push([event, payload])) };
}

const message = (text: string) => ({ message: text, tone: 'fail' }) as const;
const plan = (planId: string, ...remarks: string[]) => ({ planId, remarks });

test('what is told before a page listens waits for it, in its order', () => {
  const { sent, events } = pageEvents();
  events.announce('app.message', message('first'));
  events.announce('app.message', message('second'));
  expect(sent).toEqual([]);
  expect(events.isHeard).toBe(false);
  expect(events.pageListens()).toBeNull();
  expect(events.isHeard).toBe(true);
  events.announce('app.message', message('third'));
  expect(sent).toEqual(['first', 'second', 'third'].map((text) => ['app.message', message(text)]));
});

test('of plans that wait for a page the last is the one it is to show, and what was said of each is told', () => {
  const { sent, events } = pageEvents();
  events.showPlan(plan('p1', 'A fence was left out.'));
  events.showPlan(plan('p2'));
  expect(events.pageListens()).toBe('p2');
  expect(sent).toEqual([['app.message', message('A fence was left out.')]]);
  expect(events.pageListens()).toBeNull();
});

test('a page that listens is asked to show a plan', () => {
  const { sent, events } = pageEvents();
  events.pageListens();
  events.showPlan(plan('p1', 'A fence was left out.'));
  expect(sent).toEqual([['plan.openRequested', plan('p1', 'A fence was left out.')]]);
});

test('what comes after a page broke is for the next one, but for what was chosen from the menu', () => {
  const { sent, events } = pageEvents();
  events.pageListens();
  events.pageBroke();
  events.announce('app.message', message('told meanwhile'));
  events.announce('command.run', { id: 'edit.delete' });
  events.showPlan(plan('p1'));
  expect(sent).toEqual([]);
  expect(events.isHeard).toBe(false);
  expect(events.pageListens()).toBe('p1');
  expect(sent).toEqual([['app.message', message('told meanwhile')]]);
});

test('a page that breaks before it listens loses nothing of what waits', () => {
  const { sent, events } = pageEvents();
  events.announce('app.message', message('told at the start'));
  events.pageBroke();
  events.pageListens();
  expect(sent).toEqual([['app.message', message('told at the start')]]);
});
