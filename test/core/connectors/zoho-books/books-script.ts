// A ledger over scripted answers.
import { createLedger } from '../../../../functions/core/connectors/zoho-books/ledger.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { lineOf, zohoScript } from '../zoho-http/zoho-script.ts';

/** A first try, and a later one. */
export const fresh = { uniqueKey: 'order:1001', retried: false };
export const again = { uniqueKey: 'order:1001', retried: true };

/** Knows the currency USD. */
export function setUp(...outcomes: HttpOutcome[]) {
  const script = zohoScript(...outcomes);
  const ledger = createLedger({
    ...script,
    apiUrl: 'https://api.test',
    organizationId: '10234695',
    currencies: [{ currency_id: '46901', currency_code: 'USD', is_base_currency: true }],
  });
  const { sent } = script.transport;
  return { ledger, sent, calls: script.calls, lines: () => sent.map(lineOf) };
}
