// Joins the page, its host and the settings' model.
import { render } from 'preact';
import { enSettings } from '../console/settings/en-settings.ts';
import '../console/settings/settings.css';
import { createSettingsModel } from '../console/settings/settings-model.ts';
import { SettingsPage } from '../console/settings/settings-page.tsx';
import type { Host } from '../hosts/host.ts';
import { followHeight, followTheme, rootOf } from './mount.ts';

export function startSettings(host: Host, apiBase: string): void {
  const model = createSettingsModel(host);
  const root = rootOf(document);
  followTheme(document, model.context);
  render(<SettingsPage model={model} messages={enSettings} apiBase={apiBase} />, root);
  void model.start().then(() => followHeight(root, host));
}
