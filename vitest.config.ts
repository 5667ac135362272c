import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, environment: 'node', testTimeout, hookTimeout: testTimeout },
});

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
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
