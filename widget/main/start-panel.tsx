// Joins the page, its host and the panel's model.
import { render } from 'preact';
import type { Host } from '../hosts/host.ts';
import { Panel } from '../panel/panel.tsx';
import '../panel/panel.css';
import { createPanelModel } from '../panel/panel-model.ts';
import { panelParts } from '../panel/panel-parts.ts';
import { followHeight, followHost, rootOf } from './mount.ts';
import { browserTiming, importAgain, sessionStorageOf, whenIdle } from './platform.ts';

export function startPanel(host: Host): void {
  const model = createPanelModel({
    host,
    timing: browserTiming,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    storage: sessionStorageOf(window),
    parts: panelParts(importAgain),
  });
  // The host is asked first: it answers while the page is built.
  const started = model.start();
  const root = rootOf(document);
  followHost(document, model.context);
  render(<Panel model={model} />, root);
  void started.then(() => {
    followHeight(root, host);
    whenIdle(() => model.preload());
  });
}
