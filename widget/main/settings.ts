// Entry of the settings page inside Zoho.
import { apiBaseOf, chooseHost } from './choose-host.ts';
import { startSettings } from './start-settings.tsx';

startSettings(chooseHost(window, true), apiBaseOf(document));
