// Entry of the panel in a plain page, for developing it: index.html#invoice/460000000012345.
import { createStandaloneHost } from '../hosts/standalone-host.ts';
import { apiBaseOf } from './choose-host.ts';
import { startPanel } from './start-panel.tsx';

startPanel(
  createStandaloneHost({
    hash: location.hash,
    apiBase: apiBaseOf(document),
    browserLocale: navigator.language,
    fetch: fetch.bind(window),
  }),
);
