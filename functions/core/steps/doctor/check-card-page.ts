// Is the card page still ours alone? Fetched as a browser gets it: headers, scripts, and the bytes behind each hash (PCI DSS 6.4.3, 11.6.1).
import { inspectPage, scriptsOf } from '../../domain/page-inspection.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { OwnPages } from '../../ports/setup.ts';
import type { Check } from './check.ts';

export const checkCardPage: Check = {
  name: 'card-page',
  appliesTo: ({ ports }) => ports.setups.ownPages !== undefined,
  async examine({ ports }) {
    const pages = ports.setups.ownPages;
    if (pages === undefined) return ok([]);
    const address = `${pages.publicUrl}/pay`;
    const page = await pages.read(address);
    if (!page.ok) return page;
    const { body: html, headers } = page.value;
    const origin = new URL(address).origin;
    const strange = inspectPage({ html, headers }, { origin, fieldOrigins: pages.fieldOrigins });
    const changed = await changedScripts(pages, html, origin);
    if (!changed.ok) return changed;
    const faults = [...strange, ...changed.value];
    if (faults.length === 0) return ok([]);
    const facts = { address, faults: faults.join('; ').slice(0, 500) };
    return ok([
      { subject: 'card-page', problem: problem('card-page-changed', 'fix-setup', facts) },
    ]);
  },
};

/** Our own scripts whose bytes are not those that the page's hash stands for. */
async function changedScripts(
  pages: OwnPages,
  html: string,
  origin: string,
): Promise<Result<readonly string[]>> {
  const faults: string[] = [];
  for (const { url, integrity } of scriptsOf(html)) {
    if (url === undefined || integrity === undefined || !url.startsWith(`${origin}/`)) continue;
    const script = await pages.read(url);
    if (!script.ok) return script;
    if (script.value.integrity !== integrity) faults.push(`${url} is not what its hash says`);
  }
  return ok(faults);
}
