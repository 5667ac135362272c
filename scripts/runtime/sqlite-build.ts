import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheRoot, hashFile, inTemporaryFolder, isIntact, publish } from './cache.ts';
import { Refusal, say } from './log.ts';
import { type RunResult, run } from './run.ts';

/** The prebuilt module asks for Node-API 10, which Electron has from 36 on; older ones crash on it. */
export const FIRST_ELECTRON_WITH_NAPI_10 = 36;
/** Raise when the compiler lines change. */
const RECIPE = 1;
const MODULE = 'better_sqlite3.node';

const require = createRequire(import.meta.url);
const packageFolder = path.dirname(require.resolve('better-sqlite3/package.json'));
const packageVersion = (): string => (require('better-sqlite3/package.json') as { version: string }).version;

/**
 * The module says it is "experimental" (version INT_MAX): Node 20 then gives it what Node-API 10 made
 * standard. Without this declaration it works until the first garbage collection and then aborts.
 */
const POST_FINALIZER = `#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
#include <node_api.h>
extern "C" NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(node_api_basic_env, napi_finalize, void*, void*);
`;

const BOTH_COMPILERS = ['-c', '-O3', '-fPIC', '-pthread', '-w', '-DNDEBUG'];
const CPP_FLAGS = [
  ...['-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden', '-fno-rtti', '-fno-exceptions'],
  ...['-fno-strict-aliasing', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
  '-DNAPI_VERSION=2147483647',
];

/** Opens and collects fifty databases, because a wrong build fails only when the collector runs. */
const SMOKE = `
const Database = require(process.argv[1]);
for (let i = 0; i < 50; i++) {
  const db = new Database(':memory:', { nativeBinding: process.argv[2] });
  db.exec('create table t(a)');
  const insert = db.prepare('insert into t values(?)');
  for (let k = 0; k < 50; k++) insert.run(k);
  db.prepare('select a from t').all();
  if (i % 2) db.close();
  if (i % 10 === 9) gc();
}
setTimeout(() => { gc(); console.log('good'); }, 20);`;

function mustPass(result: RunResult, what: string): void {
  if (result.code === 0) return;
  throw new Refusal(`better-sqlite3 did not ${what}:\n${result.errors.split('\n').slice(0, 15).join('\n')}`);
}

async function requireCompilers(): Promise<void> {
  for (const compiler of ['gcc', 'g++']) {
    if ((await run(compiler, ['--version'])).code !== 0) {
      throw new Refusal(`there is no ${compiler} on this machine: install it (Debian: apt-get install g++)`);
    }
  }
}

async function sqliteDefines(): Promise<string[]> {
  const text = await fs.readFile(path.join(packageFolder, 'deps', 'defines.gypi'), 'utf8');
  return [...text.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map((match) => `-D${match[1]}`);
}

async function compile(folder: string): Promise<string> {
  const sqlite = path.join(packageFolder, 'deps', 'sqlite3');
  const addonApi = createRequire(path.join(packageFolder, 'package.json')).resolve(
    'node-addon-api/package.json',
  );
  const includes = [
    (require('node-api-headers') as { include_dir: string }).include_dir,
    path.dirname(addonApi),
    sqlite,
  ];
  const header = path.join(folder, 'post.h');
  const objects = { c: path.join(folder, 'sqlite3.o'), cpp: path.join(folder, 'addon.o') };
  const module = path.join(folder, MODULE);
  await fs.writeFile(header, POST_FINALIZER);
  const [c, cpp] = await Promise.all([
    run('gcc', [
      ...BOTH_COMPILERS,
      '-std=c99',
      ...(await sqliteDefines()),
      ...[path.join(sqlite, 'sqlite3.c'), '-o', objects.c],
    ]),
    run('g++', [
      ...[...BOTH_COMPILERS, ...CPP_FLAGS, '-include', header],
      ...includes.flatMap((each) => ['-I', each]),
      ...[path.join(packageFolder, 'src', 'better_sqlite3.cpp'), '-o', objects.cpp],
    ]),
  ]);
  mustPass(c, 'compile');
  mustPass(cpp, 'compile');
  const link = [
    '-shared',
    objects.cpp,
    objects.c,
    '-pthread',
    '-Wl,-Bsymbolic',
    '-Wl,--exclude-libs,ALL',
    '-ldl',
  ];
  mustPass(await run('g++', [...link, '-o', module]), 'link');
  return module;
}

async function build(cached: string, electron: string): Promise<void> {
  await requireCompilers();
  say(`compiling better-sqlite3 ${packageVersion()} for this Electron (about 35 s, once)`);
  await inTemporaryFolder(cacheRoot(), async (folder) => {
    const module = await compile(folder);
    const smoke = await run(electron, ['--expose-gc', '-e', SMOKE, packageFolder, module], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    if (!smoke.output.startsWith('good')) mustPass({ ...smoke, code: 1 }, 'pass its check in Electron');
    const finished = path.join(folder, 'finished');
    await fs.mkdir(finished);
    await fs.rename(module, path.join(finished, MODULE));
    await publish(finished, cached);
  });
}

async function putInPlace(module: string, place: string): Promise<void> {
  if (existsSync(place) && (await hashFile(place)) === (await hashFile(module))) return;
  await fs.mkdir(path.dirname(place), { recursive: true });
  const temporary = `${place}.${process.pid}`;
  await fs.copyFile(module, temporary);
  await fs.rename(temporary, place);
}

/** Leaves a better-sqlite3 in node_modules that this Electron can load; says in two words which. */
export async function prepareSqlite(electronVersion: string, executable: string): Promise<string> {
  const buildFolder = path.join(packageFolder, 'build');
  if (Number.parseInt(electronVersion, 10) >= FIRST_ELECTRON_WITH_NAPI_10) {
    // The loader prefers build/, so one made for an older Electron would hide the prebuilt module.
    await fs.rm(buildFolder, { recursive: true, force: true });
    return 'prebuilt';
  }
  const name = `better-sqlite3-${packageVersion()}-${process.platform}-${process.arch}-napi9-r${RECIPE}`;
  const cached = path.join(cacheRoot(), name);
  if (!(await isIntact(cached))) await build(cached, executable);
  await putInPlace(path.join(cached, MODULE), path.join(buildFolder, 'Release', MODULE));
  return 'own build';
}
