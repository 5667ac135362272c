import path from 'node:path';
import { defineConfig, type ReporterDescription } from '@playwright/test';

const results = process.env.SALLYPORT_RESULTS;
const json: ReporterDescription[] = results
  ? [['json', { outputFile: path.join(results, `playwright-${process.pid}.json`) }]]
  : [];

// Run through "npm run test:e2e": it sets ELECTRON_EXEC_PATH, RUNTIME_ELECTRON_SWITCHES and a screen.
export default defineConfig({
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // The machines that run this are shared: what is waited for may take long, but comes.
  expect: { timeout: 20_000 },
  outputDir: 'test-results',
  reporter: [['list'], ...json],
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testMatch: '**/*.spec.ts', timeout: 90_000 },
    { name: 'package', testDir: 'test/package', testMatch: '**/*.spec.ts', timeout: 120_000 },
    { name: 'samples', testDir: 'test/samples', testMatch: '**/*.spec.ts', timeout: 240_000 },
  ],
});
