// Entry of the sidebar panel inside Zoho.
import { chooseHost } from './choose-host.ts';
import { startInZoho } from './start-in-zoho.ts';
import { startPanel } from './start-panel.tsx';

startInZoho(window, () => startPanel(chooseHost(window, false)));
