import { expect, test } from 'vitest';
import { missingOnDebian } from '../../scripts/setup/system-packages.mjs';

const INSTALLED = 'installed g++\ninstalled libgtk-3-0t64\nconfig-files xvfb\n';

test('a package counts under either of its names, and only while it is installed', () => {
  const wanted = ['g++', 'libgtk-3-0|libgtk-3-0t64', 'xvfb', 'qpdf'];
  expect(missingOnDebian(wanted, INSTALLED)).toEqual(['xvfb', 'qpdf']);
});
