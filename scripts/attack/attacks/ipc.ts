import { methodNames } from '../../../core/contract/method-names.ts';
import { AppDriver, newDataFolder } from '../../driver/app-driver.ts';
import type { Attack } from '../attack.ts';

/** An empty object is what these two are called with: they end the window, as they should. */
const ENDING = ['app.quit', 'window.closeNow'];

/** An empty object has them do what takes a while; each does it once. */
const WORKING = ['files.openSample', 'files.addSamplePicture', 'storage.backUp'];

/** What looks like the name of a backup and is none: with any of them nothing may be put anywhere. */
const NO_BACKUPS = ['../../x', '../sallyport.db', '/etc/passwd', '..', '.', '', 'sallyport.db', 'x\0.db'];

/** Arguments that no method takes, or that only look like what one takes; written in the page. */
const HOSTILE = `
  const deep = (levels) => { let value = {}; for (let level = 0; level < levels; level += 1) value = { planId: value, a: [value] }; return value; };
  const cyclic = {}; cyclic.self = cyclic; cyclic.planId = cyclic;
  const own = (key, value) => Object.defineProperty({}, key, { value, enumerable: true });
  const hostile = [
    undefined, null, 0, -0, NaN, Infinity, 1n, true, '', 'x'.repeat(1e5), [], [[]], new Array(1e4), {}, cyclic, deep(12),
    new Date(NaN), /x/g, new Map([[1, cyclic]]), new Set([1]), new Error('x'), new Uint8Array(1e5), new ArrayBuffer(8),
    own('__proto__', { isAdmin: true }), own('constructor', { prototype: {} }), own('toString', 1), JSON.parse('{"__proto__":{"planId":"x"}}'),
    { planId: '../../etc/passwd' }, { planId: '\\u0000' }, { planId: '\\ud800' }, { planId: 'x'.repeat(1e5) }, { planId: { toString: 1 } },
    { planId: "'; DROP TABLE plan; --", name: "'; DROP TABLE plan; --", siteId: "' OR 1=1", id: "' OR 1=1" },
    { name: '', bytes: new Uint8Array(0) }, { name: '..\\\\..\\\\x', bytes: new Uint8Array([0x5b, 0x5b]) }, { name: 'x', bytes: 'x' },
    { text: '['.repeat(1e5) }, { text: 7 }, { key: '__proto__', value: 'x' }, { key: 'x'.repeat(101), value: '' },
    { planId: 'x', version: -1, after: 1e308, upTo: NaN }, { planId: 'x', baseVersion: 0, commits: new Array(20000).fill({}) },
    { planId: 'x', most: 1e9 }, { items: new Array(1000).fill({}) }, { percent: 1e9 }, { unsaved: 'yes' },
  ];`;

/** Calls every method with every argument; gives what came back that is no envelope, and how many were called. */
const CALL_ALL = `async ({ names, ending, working, noBackups, rounds }) => {
  ${HOSTILE}
  const isEnvelope = (answer) => answer !== null && typeof answer === 'object' && (answer.ok === true
    ? 'value' in answer
    : answer.ok === false && typeof answer.error?.code === 'string' && typeof answer.error.message === 'string');
  const wrong = [];
  let called = 0;
  const call = async (name, given, index) => {
    called += 1;
    try {
      const answer = await window.sallyport[name](given);
      if (!isEnvelope(answer)) wrong.push(name + ' answered no envelope to argument ' + index);
      else if (answer.ok === false && answer.error.code === 'failed') wrong.push(name + ' failed inside for argument ' + index);
    } catch (error) {
      // What cannot be cloned does not leave the page.
      if (!/could not be cloned|circular|call stack|recursion|too (deep|much)/i.test(String(error))) wrong.push(name + ' threw for argument ' + index + ': ' + String(error).slice(0, 100));
    }
  };
  // Also what has nothing of its own left once it has crossed.
  const isEmpty = (given) => typeof given === 'object' && given !== null && !Array.isArray(given) && Object.keys(given).every((key) => key === '__proto__');
  for (const name of names) {
    const leftOut = (given) => isEmpty(given) && (ending.includes(name) || working.includes(name));
    if (working.includes(name)) await call(name, {}, 'empty');
    for (const [index, given] of hostile.entries()) if (!leftOut(given)) await call(name, given, index);
  }
  for (const backup of noBackups) {
    called += 1;
    const { ok, error } = await window.sallyport['storage.restoreBackup']({ backup });
    if (ok || error.code !== 'not-found') wrong.push('storage.restoreBackup answered ' + (ok ? 'yes' : error.code) + ' to ' + JSON.stringify(backup));
  }
  const burst = [];
  for (let round = 0; round < rounds; round += 1) {
    const name = names[round % names.length];
    burst.push(call(name, { planId: 'nobody', most: 1 }, 'burst'));
  }
  await Promise.all(burst);
  const frame = document.body.appendChild(document.createElement('iframe'));
  if ('sallyport' in frame.contentWindow) wrong.push('a nested page has the methods');
  if ({}.isAdmin !== undefined || {}.planId !== undefined) wrong.push('a prototype was written to');
  return { wrong, called };
}`;

type Called = { readonly wrong: readonly string[]; readonly called: number };

/** Who is asked for a file or a place chooses none. */
async function chooseNothing({ app }: AppDriver): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
}

/** Calls every method of the contract from the real page with what it was never made for. */
export const ipc: Attack = {
  name: 'ipc',
  forms: ['short', 'long'],
  failedOn: null,
  async run({ form, tried, failed }) {
    const driver = await AppDriver.launch(newDataFolder());
    await chooseNothing(driver);
    const rounds = form === 'short' ? 2000 : 100_000;
    const lists = { names: methodNames, ending: ENDING, working: WORKING, noBackups: NO_BACKUPS };
    const given = JSON.stringify({ ...lists, rounds });
    const { wrong, called } = await driver.page.evaluate<Called>(`(${CALL_ALL})(${given})`);
    tried(called);
    for (const each of new Set(wrong)) failed(each);
    const info = await driver.page.evaluate<{ ok: boolean }>('window.sallyport["app.info"]({})');
    if (!info.ok) failed('the application does not answer any more');
    await driver.close();
  },
};
