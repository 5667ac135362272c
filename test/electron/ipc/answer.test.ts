import { describe, expect, test } from 'vitest';
import { contract, events, type MethodName } from '../../../core/contract/contract.ts';
import { eventNames, methodNames } from '../../../core/contract/method-names.ts';
import type { CallEvent } from '../../../electron/ipc/answer.ts';
import { windowCalls } from '../../support/window-calls.ts';

const names = Object.keys(contract) as MethodName[];

test('contract, handlers and the bridge have the same keys, and so have the events', () => {
  const { handlers } = windowCalls();
  expect(Object.keys(handlers).sort()).toEqual([...names].sort());
  expect([...methodNames].sort()).toEqual([...names].sort());
  expect([...eventNames].sort()).toEqual(Object.keys(events).sort());
});

describe('who calls', () => {
  const foreign: readonly (readonly [string, CallEvent])[] = [
    ['another origin', { senderFrame: { origin: 'https://example.org', parent: null } }],
    ['another host of our scheme', { senderFrame: { origin: 'app://other', parent: null } }],
    ['a frame within our page', { senderFrame: { origin: 'app://main', parent: {} } }],
    ['a frame that is gone', { senderFrame: null }],
  ];

  test.each(foreign)('%s is refused by every method, before its argument is looked at', async (_, event) => {
    const { call, heard } = windowCalls();
    for (const name of names) {
      expect(await call(name, {}, event)).toEqual({
        ok: false,
        error: { code: 'refused', message: 'The request did not come from the application itself.' },
      });
    }
    expect(heard).toHaveLength(names.length);
  });
});

describe('what is called with', () => {
  const wrong = [undefined, null, 7, 'text', [], { surplus: 1 }, { planId: 7 }, { name: '' }];

  test.each(names)('%s refuses arguments that its schema does not take', async (name) => {
    const { call } = windowCalls();
    for (const args of wrong) {
      const answered = await call(name, args);
      expect([args, !answered.ok && answered.error.code]).toEqual([args, 'bad-request']);
    }
  });

  test('the sentence names the method and the field', async () => {
    const { call } = windowCalls();
    expect(await call('sites.create', { name: 7 })).toEqual({
      ok: false,
      error: {
        code: 'bad-request',
        message: 'The request sites.create (name) is not valid: it must be a text, not 7.',
      },
    });
  });

  const pageOf = (changes: unknown) => JSON.stringify(changes);
  const wrongPages: readonly (readonly [what: string, page: string, said: RegExp])[] = [
    [
      'a record is parsed by its kind',
      pageOf([[null, { id: 'wall:1', a: 7 }]]),
      /the record wall:1 in which/,
    ],
    ['a page is JSON', '[[', /a page that is no list of changes/],
    ['a page is a list', '{}', /a page that is no list of changes/],
    ['a change is of something', pageOf([[null]]), /a change of nothing/],
    ['a change is one of the known forms', pageOf([[]]), /something that is no change/],
    ['fields belong to a record', pageOf([['wall:1', { a: 7 }]]), /something that is no change/],
    ['a line break would end the page', '[\n]', /a page with a line break/],
  ];

  test.each(wrongPages)('in a commit %s', async (_, page, said) => {
    const { call } = windowCalls();
    const commits = [{ label: 'l', author: '', at: '', step: 's', undoes: null, pages: [page] }];
    const answered = await call('plans.save', { planId: 'p', baseVersion: 1, commits });
    const { code, message } = (!answered.ok && answered.error) || { code: null, message: '' };
    expect(code).toBe('bad-request');
    expect(message).toMatch(/^The request plans\.save \(commits\.0\) is not valid: it holds /);
    expect(message).toMatch(said);
  });
});

test('a bug in a handler is logged and comes back as a sentence, never as an exception', async () => {
  const { handlers, call, heard } = windowCalls();
  Object.assign(handlers, {
    'app.quit': () => {
      throw new TypeError('a bug');
    },
  });
  expect(await call('app.quit', {})).toEqual({
    ok: false,
    error: { code: 'failed', message: 'Something went wrong inside the application. It is in the log.' },
  });
  expect(heard).toEqual([['The call of app.quit failed:']]);
});
