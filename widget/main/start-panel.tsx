// Joins the page, its host and the panel's model.
import { hydrate } from 'preact';
import type { Host } from '../hosts/host.ts';
import { openPanel } from '../panel/opening.ts';
import { Panel } from '../panel/panel.tsx';
import '../panel/panel.css';
import { createPanelModel } from '../panel/panel-model.ts';
import { panelParts } from '../panel/panel-parts.ts';
import { currentText } from '../text/current-text.ts';
import { followHeight, followHost, rootOf } from './mount.ts';
import { browserTiming, importAgain, sessionStorageOf, whenIdle } from './platform.ts';

export function startPanel(host: Host, opening = openPanel(host)): void {
  const model = createPanelModel({
    host,
    timing: browserTiming,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    storage: sessionStorageOf(window),
    parts: panelParts(importAgain),
  });
  const started = model.start(opening);
  const root = rootOf(document);
  followHost(document, model.context);
  hydrate(<Panel model={model} />, root);
  void opening.ready.then(warmUp);
  void started.then(() => {
    followHeight(root, host);
    whenIdle(() => model.preload());
  });
}

/** A browser takes long over its first amount and its first look into the storage: it does while the answer is on its way. */
function warmUp(): void {
  currentText.peek().money({ minor: 0, currency: 'USD' });
  sessionStorageOf(window)?.getItem('');
}
