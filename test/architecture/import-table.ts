/** A part of the product and what its files may import; type-only imports get no pass. */
export type Zone = {
  readonly name: string;
  readonly files: RegExp;
  /** Names of zones; a zone's own files are always allowed. */
  readonly zones: readonly string[];
  readonly packages: readonly string[];
  readonly node: boolean;
};

/** Pure packages, without Node or DOM. */
const PURE = [
  ...['flatbush', 'rbush', 'clipper2-ts', 'robust-predicates', 'earcut', 'delaunator'],
  ...['@kninnug/constrainautor', 'proj4', 'fflate', '@noble/hashes'],
  // Reads and writes comma-separated text; the schedule's quoting is not ours to get wrong.
  'papaparse',
];
const MAIN_PROCESS = [
  ...['better-sqlite3', 'pdfkit', 'fontkit', '@resvg/resvg-wasm', '@jsquash/jpeg'],
  ...['yauzl', 'yazl'],
  // Shape letters that join, stack or run from right to left.
  ...['harfbuzzjs', 'bidi-js'],
];
const REACT = ['react', 'react-dom', 'react-aria-components', 'react-resizable-panels'];

const BASE = ['core/base'];
const RECORDS = ['core/records', 'core/schema', ...BASE];
const PLAN = ['core/plan', ...RECORDS];
const CATALOGUE = ['core/catalogue', ...PLAN];
const DERIVE = ['core/derive', ...CATALOGUE];
const CORE = [
  ...['core/operations', 'core/rules', 'core/analysis', 'core/drawing', 'core/codec', 'core/contract'],
  ...['core/exchange', 'core/mapping', 'core/picture', 'core/query'],
  ...DERIVE,
];

type Rest = Partial<Pick<Zone, 'packages' | 'node'>>;
const zone = (name: string, files: RegExp, zones: readonly string[], rest: Rest = {}): Zone => ({
  name,
  files,
  zones,
  packages: rest.packages ?? [],
  node: rest.node ?? false,
});
const folder = (name: string, zones: readonly string[], rest: Rest = {}): Zone =>
  zone(name, new RegExp(`^${name}/`), zones, rest);

const core = [
  zone('core/schema', /^core\/schema(-types)?\.ts$/, [], { packages: ['zod'] }),
  zone('core/base', /^core\/(geometry\/.*|[^/]+\.ts)$/, [], { packages: PURE }),
  // Records of any set of kinds: a plan is one.
  folder('core/records', ['core/schema', ...BASE]),
  folder('core/plan', RECORDS, { packages: PURE }),
  folder('core/catalogue', ['resources', ...PLAN], { packages: PURE }),
  folder('core/derive', CATALOGUE, { packages: PURE }),
  folder('core/operations', DERIVE, { packages: PURE }),
  folder('core/rules', ['core/operations', 'core/analysis', ...DERIVE], { packages: PURE }),
  folder('core/analysis', DERIVE, { packages: PURE }),
  // What is shown of a plan, by whatever painter or list.
  folder('core/picture', PLAN),
  folder('core/drawing', ['core/analysis', 'core/picture', ...DERIVE], { packages: PURE }),
  folder('core/codec', ['core/drawing', 'core/picture', ...DERIVE], { packages: PURE }),
  // Readers of files, and what their drawings become in a plan.
  folder('core/exchange', ['core/operations', 'core/codec', 'core/mapping', ...DERIVE], { packages: PURE }),
  // What a person says that features of a file are, and what a file has to be said of.
  folder('core/mapping', ['core/query', ...CATALOGUE]),
  folder('core/contract', ['core/mapping', ...DERIVE], { packages: PURE }),
  // What a typed query asks of records; text of its own it has none.
  folder('core/query', ['core/schema', ...CATALOGUE]),
  folder('core/reference', CATALOGUE),
];

const electron = [
  // These also run under plain Node.
  zone(
    'electron/plain',
    /^electron\/(cli|storage|files|output|pictures)\//,
    ['resources', 'core/reference', ...CORE],
    {
      packages: [...PURE, ...MAIN_PROCESS],
      node: true,
    },
  ),
  zone('electron/app', /^electron\//, ['electron/plain', 'resources', ...CORE], {
    packages: [...PURE, ...MAIN_PROCESS, 'electron'],
    node: true,
  }),
];

const VIEW = [
  ...['renderer/editor', 'renderer/kinds', 'renderer/hooks', 'renderer/ui', 'renderer/messages'],
  ...CORE,
];

const renderer = [
  folder('renderer/editor', CORE),
  // React's view of the editor, used by everything that draws.
  folder('renderer/hooks', ['renderer/editor', 'renderer/messages', ...CORE], { packages: ['react'] }),
  folder('renderer/canvas', VIEW, { packages: [...PURE, ...REACT, 'konva', 'react-konva'] }),
  folder('renderer/panels', ['renderer/commands', ...VIEW], { packages: REACT }),
  folder('renderer/commands', VIEW, { packages: REACT }),
  folder('renderer/ui', [], { packages: REACT }),
  zone('renderer/worker', /^renderer\/analysis\/.*\.worker\.ts$/, [...['core/analysis', ...DERIVE]]),
  zone('renderer/analysis', /^renderer\/analysis\//, ['renderer/worker', 'renderer/editor', ...CORE]),
  folder('renderer/storage', ['renderer/editor', ...CORE]),
  // What each kind is in the window; its words are among the messages.
  folder('renderer/kinds', ['renderer/editor', 'renderer/messages', ...CORE]),
  // A refusal of the editor has its sentence among the messages.
  folder('renderer/messages', ['renderer/kinds', 'renderer/editor', 'core/plan']),
  zone(
    'renderer/app',
    /^renderer\/(app\/|main\.tsx$|[^/]+\.d\.ts$)/,
    [
      ...['renderer/canvas', 'renderer/panels', 'renderer/commands', 'renderer/analysis', 'renderer/storage'],
      ...['resources', ...VIEW],
    ],
    { packages: [...PURE, ...REACT, 'konva', 'react-konva'] },
  ),
];

const resources = [folder('resources', [])];

/** THE import table: the first zone whose pattern matches a file is its own. */
export const zones: readonly Zone[] = [...core, ...electron, ...renderer, ...resources];

export const zoneOf = (file: string): Zone | undefined => zones.find((each) => each.files.test(file));

/** Node modules that can open a connection or a port. */
export const NETWORK_BUILTINS = [
  ...['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'],
  ...['inspector', 'inspector/promises', 'worker_threads', 'cluster'],
];

/** Names of Electron with one owner: [name, the only file that may import it, or null for none]. */
export const OWNED_NAMES: readonly (readonly [name: string, owner: string | null])[] = [
  ['ipcMain', 'electron/ipc/handle.ts'],
  ['ipcRenderer', 'electron/preload.ts'],
  ['contextBridge', 'electron/preload.ts'],
  ['net', null],
  // Opens addresses in a browser.
  ['shell', null],
  ['autoUpdater', null],
  ['default', null],
  ['*', null],
];

/** The only file that may import network modules: it makes them refuse. */
export const NETWORK_LOCK = 'electron/windows/network-lock.ts';
