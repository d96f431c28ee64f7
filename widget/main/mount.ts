// What both pages do once: theme, language and height of the frame, and the root element.
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Host, HostContext } from '../hosts/host.ts';
import { directionOf } from '../text/reader-language.ts';
import { spokenTables } from '../text/spoken.ts';

/** The root that the page came with; its skeleton is taken over by the first view, which is the same. */
export function rootOf(page: Document): HTMLElement {
  const root = page.getElementById('tallybridge') ?? page.body;
  root.removeAttribute('aria-busy');
  return root;
}

/** Follows the host's theme, and the language of the texts with its direction once they are there. */
export function followHost(page: Document, context: ReadonlySignal<HostContext | undefined>): void {
  effect(() => {
    const theme = context.value?.theme ?? 'auto';
    if (theme === 'auto') delete page.documentElement.dataset.theme;
    else page.documentElement.dataset.theme = theme;
    const { panel } = spokenTables.value;
    const locale = panel === undefined ? 'en' : (context.value?.locale ?? 'en');
    page.documentElement.lang = locale;
    page.documentElement.dir = directionOf(locale);
  });
}

/** Tells the host how high the content is, each time that it changes. */
export function followHeight(root: HTMLElement, host: Host): void {
  let last = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    host.resize(height);
  });
  observer.observe(root);
}
