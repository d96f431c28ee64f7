// Does the key that the gateway signs its webhooks with last? It ends after a year, and then nothing more is believed.
import { problem } from '../../domain/problem.ts';
import { ok } from '../../domain/result.ts';
import { KEY_RENEWED_BEFORE_MS } from '../connect/subscribe-webhooks.ts';
import type { Check, Fault } from './check.ts';
import { mendWebhook } from './check-webhook.ts';

const DAY_MS = 24 * 3_600_000;

export const checkSigningKey: Check = {
  name: 'signing-key',
  appliesTo: ({ merchants }) =>
    merchants.some(({ record }) => record.settings.webhook?.keyExpiresAt !== undefined),
  async examine({ merchants, ports }) {
    const now = ports.clock.now();
    const faults = merchants.flatMap(({ record: { merchantId, settings } }): Fault[] => {
      const left = (settings.webhook?.keyExpiresAt ?? Number.POSITIVE_INFINITY) - now;
      if (left > KEY_RENEWED_BEFORE_MS) return [];
      const days = String(Math.max(0, Math.floor(left / DAY_MS)));
      const found = problem('signing-key-ending', 'fix-setup', { merchant: merchantId, days });
      return [{ subject: merchantId, problem: found, canMend: true }];
    });
    return ok(faults);
  },
  mend: mendWebhook,
};
