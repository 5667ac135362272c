import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lacksDisplay } from '../../../electron/windows/headless.ts';
import { launchOf, namesOfFiles } from '../../../electron/windows/launch.ts';
import { menuTemplate } from '../../../electron/windows/menu-template.ts';
import { parseWindowState } from '../../../electron/windows/stored-window-state.ts';
import { openingBox } from '../../../electron/windows/window-state.ts';

const commands = ['new', 'info', 'export'];
const unpacked = { isPackaged: false, commands };
const packed = { isPackaged: true, commands };

describe('launchOf', () => {
  test.each([
    [['electron', '.'], unpacked, { type: 'window', files: [] }],
    [
      ['electron', '.', '--no-sandbox', 'a b.sallyport'],
      unpacked,
      { type: 'window', files: ['a b.sallyport'] },
    ],
    [
      ['electron', '--inspect=0', '-r', '/loader.js', '/app', 'x.sallyport'],
      unpacked,
      { type: 'window', files: ['x.sallyport'] },
    ],
    [['sallyport'], packed, { type: 'window', files: [] }],
    [
      ['sallyport', '--no-sandbox', 'Übersicht.sallyport'],
      packed,
      { type: 'window', files: ['Übersicht.sallyport'] },
    ],
    [['sallyport', './export'], packed, { type: 'window', files: ['./export'] }],
    [
      ['sallyport', '--ozone-platform=headless', 'export', 'p.sallyport', '--pdf', 'o.pdf', '--replace'],
      packed,
      { type: 'command', args: ['export', 'p.sallyport', '--pdf', 'o.pdf', '--replace'], at: 2 },
    ],
    [
      ['electron', '.', '--no-sandbox', 'info', 'p', '--json'],
      unpacked,
      { type: 'command', args: ['info', 'p', '--json'], at: 3 },
    ],
    [
      ['sallyport', '--lang=de', '--', '-odd.sallyport', '--too'],
      packed,
      { type: 'window', files: ['-odd.sallyport', '--too'] },
    ],
    [['sallyport', '--help'], packed, { type: 'command', args: ['--help'], at: 1 }],
    [
      ['sallyport', '--ozone-platform=headless', '--disable-gpu', '--log-level=3', '--version'],
      packed,
      { type: 'command', args: ['--version'], at: 4 },
    ],
    [['sallyport', '--', '--help'], packed, { type: 'window', files: ['--help'] }],
    [['sallyport', 'a.sallyport', '--help'], packed, { type: 'window', files: ['a.sallyport'] }],
  ] as const)('%j', (argv, options, expected) => {
    expect(launchOf(argv, options)).toEqual(expected);
  });

  test('the names of files are absolute, also those that a file manager gives as addresses', () => {
    const own = [
      '/a.sallyport',
      `/Plan "Süd" – O'Brien 1.sallyport`,
      '/図面.sallyport',
      path.resolve('a.sallyport'),
    ];
    expect(namesOfFiles([...own.slice(0, 3), 'a.sallyport'])).toEqual(own);
    expect(namesOfFiles(['file:///tmp/S%C3%BCd%20%E2%80%93.sallyport'])).toEqual(['/tmp/Süd –.sallyport']);
    for (const broken of ['file://elsewhere/a', 'file:///%zz', 'file:///a%2Fb'])
      expect(namesOfFiles([broken])).toEqual([path.resolve(broken)]);
  });
});

test.each([
  [[], {}, 'linux', true],
  [[], { DISPLAY: ':0' }, 'linux', false],
  [[], { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', false],
  [['--ozone-platform=headless'], {}, 'linux', false],
  [[], {}, 'win32', false],
] as const)('%j %j on %s lacks a display: %s', (argv, env, platform, expected) => {
  expect(lacksDisplay(argv, env, platform)).toBe(expected);
});

describe('menuTemplate', () => {
  const item = { enabled: true, separatorBefore: false } as const;
  const items = [
    {
      ...item,
      menu: 'file',
      command: 'file.quit',
      title: 'Save & quit',
      shortcut: 'CmdOrCtrl+Q',
      separatorBefore: true,
    },
    { ...item, menu: 'draw', command: 'draw.wall', title: 'Wall', shortcut: 'W', enabled: false },
  ] as const;

  test('has the menus that have commands, and what edits text', () => {
    const template = menuTemplate([...items], () => undefined, false);
    expect(template.map(({ label }) => label)).toEqual(['File', 'Edit', 'Draw']);
    expect(template[0]?.submenu).toMatchObject([
      { type: 'separator' },
      { id: 'file.quit', label: 'Save && quit', accelerator: 'CmdOrCtrl+Q', registerAccelerator: false },
    ]);
    expect(template[1]?.submenu).toMatchObject([{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }]);
    expect(template[2]?.submenu).toMatchObject([{ label: 'Wall', accelerator: 'W', enabled: false }]);
  });

  // A plain letter in the menu of macOS would be taken from every text field.
  test('gives macOS no plain letters as shortcuts', () => {
    const [own, file, , draw] = menuTemplate([...items], () => undefined, true);
    expect(own).toEqual({ role: 'appMenu' });
    expect(file?.submenu).toMatchObject([{}, { accelerator: 'CmdOrCtrl+Q' }]);
    expect(JSON.stringify(draw)).not.toContain('accelerator');
  });

  test('a click runs the command', () => {
    const ran: string[] = [];
    const [file] = menuTemplate([...items], (id) => ran.push(id), false);
    const submenu = file?.submenu as { click?: () => void }[];
    submenu[1]?.click?.();
    expect(ran).toEqual(['file.quit']);
  });
});

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const state = { x: 100, y: 50, width: 1200, height: 800, maximized: false };

  test('is where it was, while a screen shows that', () => {
    const { maximized: _, ...box } = state;
    expect(openingBox(state, [screen])).toEqual(box);
    expect(openingBox({ ...state, x: 2500 }, [screen])).toEqual({ width: 1440, height: 900 });
    expect(openingBox({ ...state, x: 2500 }, [screen, { ...screen, x: 1920 }])).toMatchObject({ x: 2500 });
    expect(openingBox({ ...state, y: -400 }, [screen])).toEqual({ width: 1440, height: 900 });
  });

  test('fits the screen when it opens first, and never goes below what the window needs', () => {
    expect(openingBox(null, [{ ...screen, width: 1280, height: 720 }])).toEqual({ width: 1280, height: 720 });
    expect(openingBox(null, [{ ...screen, width: 640, height: 400 }])).toEqual({ width: 800, height: 480 });
    // 1920 × 1080 at 200 %: the whole screen and no more.
    expect(openingBox(null, [{ ...screen, width: 960, height: 540 }])).toEqual({ width: 960, height: 540 });
    expect(openingBox(null, [])).toEqual({ width: 1440, height: 900 });
  });

  test('is read from its setting, and a broken one counts as none', () => {
    expect(parseWindowState(JSON.stringify(state))).toEqual(state);
    for (const text of [null, '', '{', '{"x":1}', JSON.stringify({ ...state, width: 10 })]) {
      expect(parseWindowState(text)).toBe(null);
    }
  });
});
