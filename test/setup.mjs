// Makes a fresh clone ready: packages as locked and, with --browser, a Chromium. Plain Node 20, nothing installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'node_modules', '.tallybridge-lock');
const triedFile = join(root, 'node_modules', '.tallybridge-browser');
/** A Chromium without windows: each page takes it a third less. test/browser.ts takes it first. */
const light = 'chromium-headless-shell';
const others = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

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

function browserIsChosen() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen === undefined || chosen === '') return false;
  if (!existsSync(chosen)) fail(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
  return true;
}

function apt(...args) {
  const patience = ['-o', 'Acquire::http::Timeout=15', '-o', 'DPkg::Lock::Timeout=60'];
  const command = ['apt-get', ...patience, '-q', ...args];
  return process.getuid?.() === 0
    ? run(command[0], command.slice(1))
    : run('sudo', ['-n', ...command]);
}

function aptInstall(name) {
  return apt('install', '-y', '--no-install-recommends', name);
}

/** Debian's Chromium, the light one where there is one: installed when none is there and we may. */
function installBrowser() {
  if (browserIsChosen() || findOnPath([light]) !== undefined) return;
  if (findOnPath(others) !== undefined) return installLight();
  if (mayInstall()) {
    process.stdout.write('Installing Chromium for the browser tests…\n');
    const install = () => aptInstall(light) || aptInstall('chromium');
    // A fresh machine has no package lists yet.
    if (install() || (apt('update') && install())) return;
  }
  fail(
    'The browser tests need Chromium: install it (Debian: sudo apt-get install chromium-headless-shell) or set CHROMIUM_PATH to one.',
  );
}

function mayInstall() {
  const isRoot = process.getuid?.() === 0;
  return findOnPath(['apt-get']) !== undefined && (isRoot || findOnPath(['sudo']) !== undefined);
}

/** Beside a browser that would do: tried once, and only on a machine that is root's, as a container is. */
function installLight() {
  if (process.getuid?.() !== 0 || !mayInstall() || existsSync(triedFile)) return;
  writeFileSync(triedFile, '');
  process.stdout.write('Installing a Chromium without windows, which is faster…\n');
  if (!aptInstall(light))
    process.stdout.write('It is not to be had: the one that is there does.\n');
}

installPackages();
if (process.argv.includes('--browser')) installBrowser();
