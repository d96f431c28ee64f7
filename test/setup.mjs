// Makes a fresh clone ready: packages as locked and, with --browser, a Chromium. Plain Node 20, nothing installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'node_modules', '.tallybridge-lock');
const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Prints one sentence and ends with an error. */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function findOnPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: look on.
      }
    }
  }
  return undefined;
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** `npm ci`, only when the lock file is not the one that node_modules was made from. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lock) return;
  process.stdout.write('Installing the packages…\n');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    fail('The packages could not be installed: see what npm says above, then run it again.');
  }
  writeFileSync(stampFile, lock);
}

function browserIsThere() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) fail(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
    return true;
  }
  return findOnPath(browserNames) !== undefined;
}

/** Debian's Chromium, installed when none is there and we may. */
function installBrowser() {
  if (browserIsThere()) return;
  const isRoot = process.getuid?.() === 0;
  const mayInstall = findOnPath(['apt-get']) !== undefined && (isRoot || findOnPath(['sudo']));
  if (mayInstall) {
    process.stdout.write('Installing Chromium for the browser tests…\n');
    const apt = (...args) =>
      isRoot ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]);
    const install = () => apt('install', '-y', '--no-install-recommends', 'chromium');
    // A fresh machine has no package lists yet.
    if (install() || (apt('update') && install())) return;
  }
  fail(
    'The browser tests need Chromium: install it (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH to one.',
  );
}

installPackages();
if (process.argv.includes('--browser')) installBrowser();
