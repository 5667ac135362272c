import { describe, expect, test } from 'vitest';
import { workerDerivations } from '../../../../core/analysis/worker-derivations.ts';
import type { Derivation } from '../../../../core/derive/derivation.ts';
import { derive, known } from '../../../../core/derive/derive.ts';
import { inputRecords } from '../../../../core/derive/input-records.ts';
import { floorRooms } from '../../../../core/derive/walls/floor-rooms.ts';
import { Answering } from '../../../../core/derive/worker/answering.ts';
import { DerivationClient } from '../../../../core/derive/worker/client.ts';
import type { FromWorker, ToWorker } from '../../../../core/derive/worker/messages.ts';
import { applyDiff, edit } from '../../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

/** How many walls there are; one on a place that makes it break. */
const counting: Derivation<string, { readonly walls: number }> = {
  name: 'counting',
  keyText: (key) => key,
  inputs: () => [{ kinds: ['wall'], floor: null, box: null, ids: null }],
  compute: (given, key) => {
    if (key === 'bad') throw new Error('A wall too many.');
    return { walls: given.of('wall').length };
  },
  follow: null,
};
const other = { ...counting, name: 'other' };

/** A worker that answers when it is told to, over a channel that copies what it carries, as a real one does. */
function slowWorker(derivations: ConstructorParameters<typeof Answering>[0]) {
  const messages: ToWorker[] = [];
  const workers: { answering: Answering; answer: (message: FromWorker) => void; isClosed: boolean }[] = [];
  let broken: (message: { type: 'broken'; message: string }) => void = () => undefined;
  const client = new DerivationClient({
    later: (work) => work(),
    open: (answer) => {
      const worker = { answering: new Answering(derivations), answer, isClosed: false };
      workers.push(worker);
      broken = answer;
      return {
        post: (message) => void messages.push(structuredClone(message)),
        close: () => {
          worker.isClosed = true;
          // What was sent to it ends with it.
          messages.length = 0;
        },
      };
    },
  });
  /** Handles all that was sent up to the next thing that was asked. */
  const answerOne = (): void => {
    const worker = workers.at(-1);
    for (let message = messages.shift(); message && worker; message = messages.shift()) {
      const answer = worker.answering.take(message);
      if (!answer) continue;
      worker.answer(structuredClone(answer));
      return;
    }
  };
  return {
    client,
    messages,
    answerOne,
    workers,
    breakDown: () => broken({ type: 'broken', message: 'Out of memory.' }),
  };
}

const wall = (id: number) => record('wall', { id, a: { x: 0, y: id }, b: { x: 10, y: id } });
const having = (plan: Plan, ...records: readonly PlanRecord[]) =>
  applyDiff(
    plan,
    edit(plan, (draft) => {
      for (const each of records) draft.put(each);
    }),
  );

describe('a worker', () => {
  test('gives the value that is computed in line, over plans that follow each other', async () => {
    const { client, answerOne, messages } = slowWorker(workerDerivations);
    const box = [
      [0, 0],
      [6, 0],
      [6, 4],
      [0, 4],
    ].map(([x = 0, y = 0]) => ({ x, y }));
    const walls = box.map((a, index) => record('wall', { id: index + 1, a, b: box[(index + 1) % 4] ?? a }));
    const plan = testPlan(...walls, record('camera'));
    const first = client.ask(plan, floorRooms, siteFloor);
    // Cameras are no input: they are not sent.
    expect(messages.flatMap((each) => (each.type === 'records' ? each.records : []))).toEqual(walls);
    answerOne();
    expect(await first).toEqual({
      ok: true,
      value: floorRooms.compute(inputRecords(plan, floorRooms.inputs(siteFloor)), siteFloor),
    });

    const opened = applyDiff(
      plan,
      edit(plan, (draft) => draft.remove(testId('wall', 4))),
    );
    const second = client.ask(opened, floorRooms, siteFloor);
    expect(messages[0]).toEqual({ type: 'records', records: [testId('wall', 4)] });
    answerOne();
    expect(await second).toEqual({ ok: true, value: { rooms: [] } });
  });

  test('runs one and lets the newest of each derivation wait; what never ran says so', async () => {
    const { client, answerOne } = slowWorker([counting, other]);
    const plans = [1, 2, 3, 4].map((count) =>
      testPlan(...Array.from({ length: count }, (_, id) => wall(id + 1))),
    );
    const [one, two, three, four] = plans as [Plan, Plan, Plan, Plan];
    const running = client.ask(one, counting, 'order');
    const passed = client.ask(two, counting, 'order');
    const beside = client.ask(three, other, 'order');
    const newest = client.ask(four, counting, 'order');
    expect(await passed).toEqual({ ok: false, error: { reason: 'superseded' } });
    answerOne();
    expect(await running).toEqual({ ok: true, value: { walls: 1 } });
    answerOne();
    expect(await newest).toEqual({ ok: true, value: { walls: 4 } });
    answerOne();
    expect(await beside).toEqual({ ok: true, value: { walls: 3 } });
  });

  test('what it found is known afterwards, here and to what is computed in line', async () => {
    const { client, answerOne, messages } = slowWorker([counting]);
    const plan = testPlan(wall(1), wall(2));
    const first = client.ask(plan, counting, 'known');
    expect(known(plan, counting, 'known')).toBeNull();
    answerOne();
    const answer = await first;
    expect(answer).toEqual({ ok: true, value: { walls: 2 } });
    expect(derive(plan, counting, 'known')).toBe(answer.ok && answer.value);
    expect(await client.ask(plan, counting, 'known')).toEqual(answer);
    expect(messages).toEqual([]);
  });

  test('an exception in it is a value, and the next is computed', async () => {
    const { client, answerOne } = slowWorker([counting]);
    const plan = testPlan(wall(1));
    const bad = client.ask(plan, counting, 'bad');
    const good = client.ask(plan, counting, 'good');
    answerOne();
    expect(await bad).toEqual({ ok: false, error: { reason: 'failed', message: 'Error: A wall too many.' } });
    answerOne();
    expect(await good).toEqual({ ok: true, value: { walls: 1 } });
    const unknown = client.ask(plan, other, 'k');
    answerOne();
    expect(await unknown).toEqual({
      ok: false,
      error: { reason: 'failed', message: 'There is no derivation other.' },
    });
  });

  test('one that breaks down is said, and the next one is sent everything', async () => {
    const { client, answerOne, breakDown, workers } = slowWorker([counting]);
    const plan = testPlan(wall(1), wall(2), wall(3));
    const lost = client.ask(plan, counting, 'lost');
    answerOne();
    await lost;
    const broken = client.ask(having(plan, wall(4)), counting, 'lost');
    breakDown();
    expect(await broken).toEqual({ ok: false, error: { reason: 'failed', message: 'Out of memory.' } });
    expect(workers[0]?.isClosed).toBe(true);
    const again = client.ask(having(plan, wall(4)), counting, 'lost');
    answerOne();
    expect(await again).toEqual({ ok: true, value: { walls: 4 } });
    expect(workers).toHaveLength(2);
  });

  test('what a worker that broke down says late is nobody’s', async () => {
    const { client, answerOne, breakDown, workers } = slowWorker([counting]);
    const first = client.ask(testPlan(wall(1)), counting, 'late');
    breakDown();
    await first;
    const second = client.ask(testPlan(wall(1), wall(2)), counting, 'late');
    workers[0]?.answer({ type: 'value', number: 1, value: { walls: 9 } });
    answerOne();
    expect(await second).toEqual({ ok: true, value: { walls: 2 } });
  });

  test('closed, it answers what runs, what waits and what is asked', async () => {
    const { client, workers } = slowWorker([counting]);
    const plan = testPlan(wall(1));
    const asked = [client.ask(plan, counting, 'a'), client.ask(plan, counting, 'b')];
    client.close();
    asked.push(client.ask(plan, counting, 'c'));
    for (const each of asked) expect(await each).toEqual({ ok: false, error: { reason: 'closed' } });
    expect(workers[0]?.isClosed).toBe(true);
  });

  test('many records are sent a few at a time, with room for a frame between', () => {
    const waiting: (() => void)[] = [];
    const sent: ToWorker[] = [];
    const client = new DerivationClient({
      later: (work) => void waiting.push(work),
      open: () => ({ post: (message) => void sent.push(message), close: () => undefined }),
    });
    void client.ask(testPlan(...Array.from({ length: 1201 }, (_, id) => wall(id + 1))), counting, 'many');
    expect(sent).toHaveLength(1);
    for (let next = waiting.shift(); next; next = waiting.shift()) next();
    const sizes = sent.map((each) => (each.type === 'records' ? each.records.length : each.type));
    expect(sizes).toEqual([500, 500, 201, 'ask']);
  });
});
