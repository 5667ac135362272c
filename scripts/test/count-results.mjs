// node scripts/test/count-results.mjs FOLDER: adds up what the runners reported, one folder a suite.
// Plain JavaScript: it must still say something when the set-up itself failed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * A skipped test counts as failed: it shows nothing. A file that could not be loaded is one failure.
 * @param {import('./reports').VitestReport} report
 * @returns {Count}
 */
function countVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + broken.length;
  return { passed: report.numPassedTests, failed };
}

/** @param {import('./reports').PlaywrightReport} report @returns {Count} */
function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

/** @param {Count[]} counts @returns {Count} */
const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
});

/**
 * What one suite's folder holds; a command that failed without a failed test counts as one failure.
 * @param {string} folder
 */
function countSuite(folder) {
  const reports = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const total = sum(
    reports.map((name) => {
      const report = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      return 'stats' in report ? countPlaywright(report) : countVitest(report);
    }),
  );
  if (total.failed === 0 && existsSync(path.join(folder, 'failed'))) return { ...total, failed: 1 };
  return total;
}

/**
 * Passed and failed tests of all suites in a folder.
 * @param {string} folder
 */
export function countResults(folder) {
  const suites = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return sum(suites.map((entry) => countSuite(path.join(folder, entry.name))));
}

const folder = process.argv[2];
if (folder !== undefined && process.argv[1] === import.meta.filename) {
  const { passed, failed } = countResults(folder);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
