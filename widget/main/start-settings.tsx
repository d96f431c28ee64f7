// Joins the page, its host and the settings' model.
import { render } from 'preact';
import { enSettings } from '../console/settings/en-settings.ts';
import '../console/settings/settings.css';
import { createSetupModel } from '../console/settings/setup-model.ts';
import { SetupPage } from '../console/settings/setup-page.tsx';
import type { Host } from '../hosts/host.ts';
import { followHeight, followTheme, rootOf } from './mount.ts';
import { browserTiming } from './platform.ts';

export function startSettings(host: Host, apiBase: string): void {
  const model = createSetupModel(host, enSettings, browserTiming);
  const root = rootOf(document);
  followTheme(document, model.context);
  render(<SetupPage model={model} messages={enSettings} apiBase={apiBase} />, root);
  void model.start().then(() => followHeight(root, host));
}
