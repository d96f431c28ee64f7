// Entry of the sidebar panel inside Zoho.
import { chooseHost } from './choose-host.ts';
import { startPanel } from './start-panel.tsx';

startPanel(chooseHost(window, false));
