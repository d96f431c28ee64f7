// Entry of the sidebar panel inside Zoho.
import { openPanel } from '../panel/opening.ts';
import { chooseHost } from './choose-host.ts';
import { startInZoho } from './start-in-zoho.ts';

// First the question leaves; the panel itself is loaded and made while the answer is on its way.
startInZoho(window, async () => {
  const host = chooseHost(window, false);
  const opening = openPanel(host);
  await opening.asked;
  const { startPanel } = await import('./start-panel.tsx');
  startPanel(host, opening);
});
