import path from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const results = process.env.SALLYPORT_RESULTS;

const project = (name: string, include: string[], testTimeout: number): TestProjectInlineConfiguration => ({
  test: { name, include, environment: 'node', testTimeout, hookTimeout: testTimeout },
});

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    reporters: ['default', ...(results ? ['json'] : [])],
    ...(results && { outputFile: { json: path.join(results, `vitest-${process.pid}.json`) } }),
    projects: [
      project(
        'unit',
        ['test/{core,renderer,electron,architecture,scripts,visual}/**/*.test.{ts,tsx}'],
        20_000,
      ),
      project('samples', ['test/samples/**/*.test.ts'], 120_000),
      project('oracles', ['test/oracles/**/*.test.ts'], 120_000),
    ],
  },
});
