// A connection to systems that are not there: enough where webhooks are stored and nothing is called.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Credentials, loadCredentials } from '../sandbox/setup/credentials.ts';
import type { ProjectOptions } from './connected-project.ts';

const NOBODY = 'http://127.0.0.1:9';

export const noCompany: ProjectOptions['company'] = {
  zoho: {
    accountsUrl: NOBODY,
    apiUrl: NOBODY,
    deskUrl: NOBODY,
    refreshToken: 'none',
    callsPerMinute: 100,
  },
  gatewayUrl: NOBODY,
  clearingAccounts: { USD: '1', EUR: '2', JPY: '3' },
  shop: { url: NOBODY, consumerKey: 'none', consumerSecret: 'none', webhookSecret: 'none' },
};

/** Fresh secrets that nobody keeps. */
export function newCredentials(): Credentials {
  const dir = mkdtempSync(join(tmpdir(), 'bench-credentials-'));
  try {
    return loadCredentials(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
