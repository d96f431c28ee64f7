// A gateway of its own for a test file, with two merchants and requests to send it.
import { randomBytes, randomUUID } from 'node:crypto';
import { SandboxClock } from '../../sandbox/clock.ts';
import type { MerchantSeed } from '../../sandbox/cybersource/merchants.ts';
import {
  type CybersourceOptions,
  type CybersourceStandIn,
  startCybersource,
} from '../../sandbox/cybersource/server.ts';
import { EXPECTED_HOST } from './sdk.ts';

export interface TestGateway extends CybersourceStandIn {
  readonly clock: SandboxClock;
  readonly shop: MerchantSeed;
  readonly other: MerchantSeed;
}

/** Starts a stand-in that keeps nothing and shows new transactions in searches at once. */
export async function startGateway(
  options: Partial<CybersourceOptions> = {},
): Promise<TestGateway> {
  const clock = new SandboxClock();
  const [shop, other] = [newMerchant('northwind_us'), newMerchant('northwind_eu')];
  const standIn = await startCybersource({
    clock,
    dataDir: ':memory:',
    port: 0,
    merchants: [shop, other],
    expectedHost: EXPECTED_HOST,
    indexDelayMs: 0,
    ...options,
  });
  return Object.defineProperties({ clock, shop, other } as TestGateway, {
    ...Object.getOwnPropertyDescriptors(standIn),
  });
}

export function newMerchant(merchantId: string): MerchantSeed {
  const secret = randomBytes(32).toString('base64');
  return { merchantId, keyId: randomUUID(), secret, currency: 'USD' };
}

export const visa = {
  number: '4111111111111111',
  expirationMonth: '12',
  expirationYear: '2031',
  securityCode: '123',
};

export const billTo = {
  firstName: 'Marta',
  lastName: 'Keller',
  address1: '1 Market Street',
  locality: 'San Francisco',
  administrativeArea: 'CA',
  postalCode: '94105',
  country: 'US',
  email: 'marta.keller@example.com',
};

interface PaymentOptions {
  readonly amount?: string;
  readonly currency?: string;
  readonly code?: string;
  readonly mti?: string;
  readonly capture?: boolean;
  readonly billTo?: Readonly<Record<string, string>>;
  readonly card?: object;
  readonly extra?: object;
}

/** Body of a payment by card number. */
export function payment(options: PaymentOptions = {}): object {
  const {
    amount = '100.00',
    currency = 'USD',
    code = `order-${randomUUID().slice(0, 8)}`,
  } = options;
  return {
    clientReferenceInformation: {
      code,
      ...(options.mti === undefined ? {} : { transactionId: options.mti }),
    },
    processingInformation: { capture: options.capture ?? false },
    paymentInformation: { card: { ...visa, ...options.card } },
    orderInformation: {
      amountDetails: { totalAmount: amount, currency },
      billTo: { ...billTo, ...options.billTo },
    },
    ...options.extra,
  };
}

/** Body of a capture or refund. */
export function amount(totalAmount: string, currency = 'USD', reference: object = {}): object {
  return {
    clientReferenceInformation: { code: 'follow-on', ...reference },
    orderInformation: { amountDetails: { totalAmount, currency } },
  };
}

/** Body of a reversal. */
export function reversal(totalAmount: string): object {
  return {
    clientReferenceInformation: { code: 'reversal' },
    reversalInformation: { amountDetails: { totalAmount }, reason: 'changed mind' },
  };
}

export const voidBody = { clientReferenceInformation: { code: 'void' } };
