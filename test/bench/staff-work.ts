// What staff do in the panel and the console, asked of the api as the widget asks.
import { randomBytes } from 'node:crypto';
import { intentId } from '../../functions/core/domain/ids.ts';
import { grantedStaffToken } from '../battery/company/granted-staff.ts';
import type { BenchCompany } from './bench-company.ts';
import { recordWork, type Work } from './recorded-work.ts';

/** Every page once, and a refund, for the newest payment that is in the books. @throws when the api refuses. */
export async function recordStaff(company: BenchCompany): Promise<Work> {
  const { catalyst, clock } = company;
  const payment = catalyst.tables
    .newest('Payments', 100)
    .find(({ state, books_payment_id }) => state === 'captured' && books_payment_id !== null);
  const ofBooks = (kind: string, id: string | null | undefined) => ({
    host: 'books',
    record: { kind, id: id ?? '' },
  });
  const token = await grantedStaffToken(company, 'admin');
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${catalyst.functions.base}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-tallybridge-token': token },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`our api refused ${path}: ${await answer.text()}`);
  };
  return recordWork(company, async () => {
    await ask('POST', '/panel', ofBooks('invoice', payment?.books_invoice_id));
    await ask('POST', '/panel', ofBooks('contact', payment?.books_customer_id));
    await ask('POST', '/refunds', {
      intentId: intentId(clock.now(), randomBytes(16)),
      paymentKey: payment?.payment_key,
      amountMinor: 100,
      currency: payment?.currency,
      reason: 'Came late',
    });
    await ask('GET', '/alarms');
    await ask('GET', '/dead-letters');
    await ask('GET', '/installation');
  });
}
