// Entry of the settings page inside Zoho.
import { apiBaseOf, chooseHost } from './choose-host.ts';
import { startInZoho } from './start-in-zoho.ts';
import { startSettings } from './start-settings.tsx';

startInZoho(window, () => startSettings(chooseHost(window, true), apiBaseOf(document)));
