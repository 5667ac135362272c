/** One step of a test run: a program that exits 0 when all is well. */
export type Stage = { readonly title: string; readonly command: readonly string[] };

const IN_APP = ['node', 'scripts/runtime/index.ts', 'exec', 'playwright', 'test'];

const stages = {
  lint: { title: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  types: { title: 'types', command: ['tsc', '-b'] },
  deadCode: { title: 'dead code', command: ['knip'] },
  unit: { title: 'unit tests', command: ['vitest', 'run', '--project', 'unit'] },
  build: { title: 'build', command: ['node', 'scripts/build.ts'] },
  e2e: { title: 'journeys in the application', command: [...IN_APP, '--project=e2e'] },
  attack: {
    title: 'attacks in their short form',
    command: ['node', 'scripts/runtime/index.ts', 'exec', 'node', 'scripts/attack/index.ts', '--short'],
  },
  samples: { title: 'real files', command: ['vitest', 'run', '--project=samples'] },
  samplesInApp: { title: 'real files in the application', command: [...IN_APP, '--project=samples'] },
  package: { title: 'package', command: ['node', 'scripts/package/index.ts'] },
  drivenPackage: {
    title: 'package that can be driven',
    command: ['node', 'scripts/package/index.ts', '--driven'],
  },
  packaged: { title: 'journeys in the package', command: [...IN_APP, '--project=package'] },
  oracles: { title: 'independent programs', command: ['vitest', 'run', '--project', 'oracles'] },
} satisfies Record<string, Stage>;

/** What `npm test`, `npm run test:e2e`, `test:samples`, `test:package` and `test:oracles` run, in this order. */
export const suites: Readonly<Record<string, readonly Stage[]>> = {
  all: [stages.lint, stages.types, stages.deadCode, stages.unit, stages.build, stages.e2e, stages.attack],
  e2e: [stages.build, stages.e2e],
  samples: [stages.samples, stages.build, stages.samplesInApp],
  package: [stages.package, stages.drivenPackage, stages.packaged],
  oracles: [stages.oracles],
};
