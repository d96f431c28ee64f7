// Joins the page, its host and the settings' model.
import { hydrate } from 'preact';
import { settingsTexts } from '../console/settings/en-settings.ts';
import '../console/settings/settings.css';
import '../console/settings/sections.css';
import { settingsSections } from '../console/settings/sections.ts';
import { createSetupModel } from '../console/settings/setup-model.ts';
import { SetupPage } from '../console/settings/setup-page.tsx';
import type { Host } from '../hosts/host.ts';
import { followHeight, followHost, rootOf } from './mount.ts';
import { browserTiming, importAgain } from './platform.ts';

export function startSettings(host: Host, apiBase: string): void {
  const model = createSetupModel(host, settingsTexts, browserTiming);
  const root = rootOf(document);
  followHost(document, model.context);
  const sections = settingsSections(importAgain);
  hydrate(
    <SetupPage model={model} messages={settingsTexts} apiBase={apiBase} sections={sections} />,
    root,
  );
  void model.start().then(() => followHeight(root, host));
}
