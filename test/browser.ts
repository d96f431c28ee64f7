// The browser that the tests look with: which one, and without what nobody looks at.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** As test/setup.mjs looks for them: the one without windows first, as it takes a third less for each page. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium from CHROMIUM_PATH, or the first on the PATH. @param more switches of its own. */
export function launchBrowser(...more: readonly string[]): Promise<Browser> {
  const chosen = process.env.CHROMIUM_PATH || onPath();
  if (chosen === undefined) throw new Error('no Chromium on the PATH');
  return chromium.launch({ executablePath: chosen, args: [...switches, ...more] });
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  // A better one anywhere comes before a worse one in an earlier folder.
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
