// What axe finds wrong with a page.
import axe from 'axe-core';
import type { Frame } from 'playwright-core';

type Axe = Pick<typeof axe, 'run'>;

/** Enough of an element to find it by. */
const HTML_MAX = 160;

/**
 * Names of the rules that axe finds broken in a frame, with the elements; empty is good. Frames in it are looked at on their own.
 * @param address where the page's own origin has axe: faster than a text of half a megabyte for each page, that none has compiled yet.
 */
export async function axeFaults(frame: Frame, address?: string): Promise<string[]> {
  if (await frame.evaluate(() => !('axe' in globalThis))) {
    if (address === undefined) await frame.evaluate(axe.source);
    else await frame.addScriptTag({ url: address });
  }
  return frame.evaluate(async (max) => {
    const tool = (globalThis as unknown as { axe: Axe }).axe;
    // What is not wrong is not told in detail either: it would be a hundred times as much.
    const { violations } = await tool.run({ iframes: false, resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, max)).join(' | ')}`,
    );
  }, HTML_MAX);
}
