import { describe, expect, test } from 'vitest';
import { refusedSwitch, switchRefusal } from '../../../electron/starts/switches.ts';

const window = { platform: 'linux', lacksSandbox: false, command: null } as const;
const refused = (args: readonly string[], given: Partial<Parameters<typeof refusedSwitch>[1]> = {}) =>
  refusedSwitch(['/opt/sallyport', ...args], { ...window, ...given });

describe('refusedSwitch', () => {
  test.each([
    ...['--remote-debugging-port=9222', '--remote-debugging-pipe', '--inspect', '--inspect-brk=0'],
    ...[
      '--js-flags=--expose-gc',
      '--load-extension=/x',
      '--proxy-server=x:1',
      '--host-resolver-rules=MAP * x',
    ],
    ...[
      '--no-sandbox',
      '--disable-web-security',
      '--enable-features=X',
      '--log-net-log=/x',
      '--ssl-key-log-file=/x',
    ],
    ...[
      '--gpu-launcher=x',
      '--renderer-cmd-prefix=x',
      '--utility-cmd-prefix=x',
      '--browser-subprocess-path=x',
    ],
    ...[
      '--disable-site-isolation-trials',
      '--user-agent=x',
      '--enable-logging=file',
      '-remote-debugging-port=0',
    ],
    ...['--Lang=de', '--type=renderer', '-r', '-psn_0_1', '--single-process'],
  ])('%s', (argument) => {
    expect(refused([argument])).toBe(argument.split('=')[0]);
    expect(refused(['--lang=de', 'a.sallyport', argument])).toBe(argument.split('=')[0]);
    for (const blank of [' ', '\t', '\n', ' \r\n '])
      expect(refused([`${blank}${argument}`])).toBe(`${blank}${argument.split('=')[0]}`);
  });

  test('takes what a screen may need, and files of any name', () => {
    expect(
      refused(['--lang=de', '--user-data-dir=/x', '--ozone-platform=headless', 'a --inspect', '-']),
    ).toBe(null);
    expect(refused(['--', '--inspect', '-odd.sallyport'])).toBe(null);
    expect(refused([])).toBe(null);
  });

  test('takes --no-sandbox where there is none', () => {
    expect(refused(['--no-sandbox'], { lacksSandbox: true })).toBe(null);
  });

  test('a command takes its own options after it, and none of Chromium', () => {
    const command = { at: 2, options: ['pdf', 'replace'] };
    expect(refused(['--disable-gpu', 'export', 'p', '--pdf=x', '--replace'], { command })).toBe(null);
    expect(refused(['--disable-gpu', 'export', 'p', '--inspect=0'], { command })).toBe('--inspect');
    expect(refused(['--disable-gpu', 'export', 'p', '--lang=de'], { command })).toBe('--lang');
    expect(refused(['--pdf', 'export', 'p'], { command })).toBe('--pdf');
  });

  test('Windows has switches with a stroke, in letters of any size; macOS adds a number', () => {
    expect(refused(['/Remote-Debugging-Port=0'], { platform: 'win32' })).toBe('/Remote-Debugging-Port');
    for (const hidden of ['\u00a0/inspect', '\u0085--inspect', '\u3000-inspect'])
      expect(refused([hidden], { platform: 'win32' })).toBe(hidden);
    expect(refused(['--LANG=de', 'C:\\a.sallyport'], { platform: 'win32' })).toBe(null);
    expect(refused(['-psn_0_12345'], { platform: 'darwin' })).toBe(null);
  });
});

test('the sentence names the switch and what to do', () => {
  expect(switchRefusal('--inspect')).toBe(
    'Sallyport does not take the switch --inspect: start it without. A file of that name is given as ./--inspect.',
  );
});
