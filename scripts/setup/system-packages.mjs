import { spawnSync } from 'node:child_process';

/** Debian's names; after a bar the name that releases from 13 on use. */
export const RUNTIME_PACKAGES = [
  'xvfb',
  'libgtk-3-0|libgtk-3-0t64',
  'libnss3',
  'libasound2|libasound2t64',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0|libatk-bridge2.0-0t64',
  'libnotify4',
  'fonts-liberation',
  'g++',
  'poppler-utils',
  'qpdf',
  'strace',
  'iproute2',
];

/** The independent programs that test/oracles compares with. */
export const ORACLE_PACKAGES = [
  'python3-shapely',
  'python3-ezdxf',
  'python3-matplotlib',
  'gdal-bin',
  'libxml2-utils',
  'python3-pil',
];

/**
 * What to look for where there is no dpkg; fonts cannot be asked for in a portable way.
 * @type {Record<string, string>}
 */
const PROBES = {
  xvfb: 'Xvfb',
  'libgtk-3-0': 'libgtk-3.so.0',
  libnss3: 'libnss3.so',
  libasound2: 'libasound.so.2',
  libgbm1: 'libgbm.so.1',
  libxss1: 'libXss.so.1',
  'libatk-bridge2.0-0': 'libatk-bridge-2.0.so.0',
  libnotify4: 'libnotify.so.4',
  'g++': 'g++',
  'poppler-utils': 'pdftotext',
  qpdf: 'qpdf',
  strace: 'strace',
  iproute2: 'ip',
  'gdal-bin': 'ogrinfo',
  'libxml2-utils': 'xmllint',
};

/**
 * @param {string} command
 * @param {string[]} args
 */
function outputOf(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return result.status === 0 ? result.stdout : null;
}

/**
 * The packages of which dpkg's list has no name as installed.
 * @param {readonly string[]} wanted
 * @param {string} installed lines of a state and a name
 */
export function missingOnDebian(wanted, installed) {
  const names = new Set(
    installed.split('\n').flatMap((line) => (line.startsWith('installed ') ? [line.slice(10)] : [])),
  );
  return wanted.filter((each) => !each.split('|').some((name) => names.has(name)));
}

/** @param {readonly string[]} wanted */
function missingElsewhere(wanted) {
  const libraries = outputOf('ldconfig', ['-p']) ?? outputOf('/sbin/ldconfig', ['-p']) ?? '';
  return wanted.filter((each) => {
    const probe = PROBES[each.split('|')[0] ?? ''];
    if (probe === undefined) return false;
    return !libraries.includes(probe) && outputOf('sh', ['-c', `command -v ${probe}`]) === null;
  });
}

/**
 * The name of each package that this Debian release has.
 * @param {readonly string[]} wanted
 */
function availableNames(wanted) {
  return wanted.map((each) => {
    const names = each.split('|');
    return (
      names.find((name) => /Candidate: (?!\(none\))/.test(outputOf('apt-cache', ['policy', name]) ?? '')) ??
      names[0] ??
      each
    );
  });
}

/** @param {string[]} args */
function aptGet(args) {
  const result = spawnSync('apt-get', ['-q', '-y', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 1 << 28,
  });
  if (result.status === 0) return;
  throw new Error(
    `"apt-get ${args.join(' ')}" failed: ${result.stderr.trim().split('\n').slice(-3).join(' | ')}`,
  );
}

/** @param {readonly string[]} missing */
function install(missing) {
  console.error(
    `setup: installing ${missing.length} Debian packages: ${missing.map((each) => each.split('|')[0]).join(' ')}`,
  );
  aptGet(['update']);
  aptGet(['install', '--no-install-recommends', ...availableNames(missing)]);
}

/**
 * Installs what is missing as root on Debian; elsewhere it names what is missing and goes on, since what needs
 * a package says so itself.
 * @param {readonly string[]} wanted
 */
export function requireSystemPackages(wanted) {
  if (process.platform !== 'linux') return;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the format language of dpkg-query
  const installed = outputOf('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\n']);
  const missing = installed === null ? missingElsewhere(wanted) : missingOnDebian(wanted, installed);
  if (missing.length === 0) return;
  if (installed !== null && process.getuid?.() === 0) {
    install(missing);
    return;
  }
  const names = missing.map((each) => each.split('|')[0]).join(' ');
  console.error(`setup: install these system packages (Debian names), or some steps will fail: ${names}`);
}
