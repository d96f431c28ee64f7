// What the sidebar and the card page weigh before they show anything: bytes of script and style.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildCardPage } from '../../functions/build.ts';
import { widgetDist } from '../sandbox/setup/builds.ts';
import { atMost, type Finding } from './finding.ts';
import { digits } from './statistics.ts';

/** What is fetched before the first useful paint. */
const BYTES_KB_MAX = 25;
const CARD_PAGE_KB_MAX = 12;

export function measurePanelBytes(): Finding[] {
  const app = join(widgetDist, 'books', 'app');
  const files = firstFiles(app);
  const sizeOf = (file: string) => gzipSync(readFileSync(join(app, file))).byteLength / 1000;
  const sizes = files.map(sizeOf);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const later = readdirSync(app)
    .filter((file) => file.endsWith('.js') && !files.includes(file) && file !== 'settings.js')
    .map((file) => `${digits(sizeOf(file))} ${file}`);
  const parts = files.map((file, index) => `${digits(sizes[index] ?? 0)} ${file}`).join(' + ');
  return [
    atMost(
      {
        what: 'panel script and style of the first load, gzip',
        measured: `${digits(whole)} KB = ${parts}`,
      },
      whole,
      BYTES_KB_MAX,
      ' KB',
    ),
    { what: 'panel, loaded later, gzip', measured: later.join(' + ') },
  ];
}

/** What the page names, what its script imports once it has asked, and what that imports before it runs, each once. */
function firstFiles(app: string): string[] {
  const found = new Set<string>();
  const collect = (from: string, names: RegExp): void => {
    for (const [, name = ''] of readFileSync(join(app, from), 'utf8').matchAll(names)) {
      if (found.has(name)) continue;
      found.add(name);
      collect(name, /(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g);
    }
  };
  collect('widget.html', /(?:src|href)="([\w-]+\.(?:js|css))"/g);
  collect('panel.js', /import\(\s*["'`]\.\/([\w-]+\.js)["'`]/g);
  return [...found];
}

/** Our own script; the gateway's library of card fields is the gateway's. */
export async function measureCardPageBytes(): Promise<Finding[]> {
  const { script, style, bank } = await buildCardPage();
  const sizeOf = (text: string) => gzipSync(text).byteLength / 1000;
  return [
    atMost(
      { what: 'card page own script, gzip', measured: `${digits(sizeOf(script))} KB` },
      sizeOf(script),
      CARD_PAGE_KB_MAX,
      ' KB',
    ),
    {
      what: "card page style and the bank's frame, gzip",
      measured: `${digits(sizeOf(style))} + ${digits(sizeOf(bank))} KB`,
    },
  ];
}
