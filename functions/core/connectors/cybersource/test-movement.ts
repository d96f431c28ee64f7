// A first movement in the gateway's sandbox: authorize a few cents on its public test card, and release them.
import { toDecimal } from '../../domain/money.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { TestMovement } from '../../ports/setup.ts';
import { textAt } from '../transport/read-json.ts';
import type { MerchantCalls } from './gateway-setup.ts';

/** The number that the gateway's testing guide gives to everybody: it is nobody's card, and the live gateway declines it. */
const TEST_CARD = {
  number: '4111111111111111',
  expirationMonth: '12',
  expirationYear: '2031',
} as const;

const TEST_PERSON = {
  firstName: 'Test',
  lastName: 'Payment',
  address1: '1 Test Street',
  locality: 'San Francisco',
  administrativeArea: 'CA',
  postalCode: '94105',
  country: 'US',
  email: 'test@example.com',
} as const;

/** @param reference seen in the Business Center beside the test. */
export async function tryMovement(
  calls: MerchantCalls,
  reference: string,
  currency: string,
  amountMinor: number,
): Promise<Result<TestMovement>> {
  const totalAmount = toDecimal({ minor: amountMinor, currency });
  const clientReferenceInformation = { code: reference };
  const authorized = await calls.ask(
    {
      method: 'POST',
      path: '/pts/v2/payments',
      body: {
        clientReferenceInformation,
        processingInformation: { capture: false },
        paymentInformation: { card: TEST_CARD },
        orderInformation: { amountDetails: { totalAmount, currency }, billTo: TEST_PERSON },
      },
    },
    'The test payment',
  );
  if (!authorized.ok) return authorized;
  const authorization = textAt(authorized.value, 'status') ?? 'UNKNOWN';
  const id = textAt(authorized.value, 'id');
  if (authorization !== 'AUTHORIZED' || id === undefined) return ok({ authorization });
  const reversed = await calls.ask(
    {
      method: 'POST',
      path: `/pts/v2/payments/${encodeURIComponent(id)}/reversals`,
      body: {
        clientReferenceInformation,
        reversalInformation: { amountDetails: { totalAmount, currency }, reason: 'Test' },
      },
    },
    'The test payment',
  );
  if (!reversed.ok) return reversed;
  return ok({ authorization, reversal: textAt(reversed.value, 'status') ?? 'UNKNOWN' });
}
