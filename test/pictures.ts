// Pictures of what the browser tests saw, for people to look at: only when asked for, as each costs half a second.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const folder = fileURLToPath(new URL('../.artifacts', import.meta.url));

/** Writes `.artifacts/<name>.png` when PICTURES=on. */
export async function takePicture(page: Page, name: string, fullPage = false): Promise<void> {
  if (process.env.PICTURES !== 'on') return;
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
}
