// Transaction details and search rows, from whole to nearly empty.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../functions/core/connectors/cybersource/read-card.ts';
import { readCustomer } from '../../../../functions/core/connectors/cybersource/read-customer.ts';
import { readFraud } from '../../../../functions/core/connectors/cybersource/read-fraud.ts';
import {
  readSummary,
  readTransaction,
} from '../../../../functions/core/connectors/cybersource/read-transaction.ts';
import { kindOf, paymentStateOf } from '../../../../functions/core/domain/gateway-transaction.ts';
import type { GatewayId, MerchantId } from '../../../../functions/core/domain/ids.ts';
import { MERCHANT, NOW, PAYMENT } from './scripted-gateway.ts';

const asked = { merchant: MERCHANT, id: PAYMENT, readAt: NOW };

describe('a transaction detail', () => {
  test('is read as it really came from the gateway', () => {
    const file = new URL('../../../fixtures/gateway/transaction-detail.json', import.meta.url);
    const id = '7600846207716214404805' as GatewayId;
    const transaction = readTransaction(JSON.parse(readFileSync(file, 'utf8')), { ...asked, id });
    expect(transaction).toMatchObject({
      id,
      rootId: id,
      merchantId: 'juspay_us_sandbox',
      submittedAt: Date.UTC(2025, 9, 10, 8, 23, 40),
      reference: 'ref_000987654321',
      status: 'TRANSMITTED',
      reasonCode: '100',
      related: [],
    });
    expect(transaction?.applications[1]).toEqual({
      name: 'ics_bill',
      status: 'TRANSMITTED',
      reasonCode: '100',
      rCode: '1',
      rFlag: 'SOK',
    });
    expect(transaction && kindOf(transaction)).toBe('payment');
    expect(transaction && paymentStateOf(transaction)).toBe('settled');
  });

  test('gives what posting needs: approval code, means, the vault’s customer, the rate', () => {
    const transaction = readTransaction(
      {
        id: PAYMENT,
        reconciliationId: '6BLZ4TSQ7HJ2',
        orderInformation: {
          amountDetails: { totalAmount: '40.00', currency: 'USD', exchangeRate: '0.9231' },
        },
        paymentInformation: {
          paymentType: { name: 'vdcsandbox', type: 'credit card', method: '001' },
          customer: { id: 'AB695DA801DD1BB6E05341588E0A3BDC' },
        },
        processorInformation: { approvalCode: '831000' },
      },
      asked,
    );
    expect(transaction).toMatchObject({
      approvalCode: '831000',
      method: 'card',
      customerProfileId: 'AB695DA801DD1BB6E05341588E0A3BDC',
      reconciliationId: '6BLZ4TSQ7HJ2',
      exchangeRate: '0.9231',
    });
  });

  test.each([
    ['card', { paymentInformation: { paymentType: { name: 'CARD' } } }],
    ['bank-debit', { paymentInformation: { paymentType: { type: 'check' } } }],
    ['bank-debit', { paymentInformation: { bank: { routingNumber: '071923284' } } }],
    ['wallet', { processingInformation: { paymentSolution: '012' } }],
    [undefined, { paymentInformation: { paymentType: { name: 'vdcsandbox' } } }],
  ])('was made by %s', (method, json) => {
    expect(readTransaction({ id: PAYMENT, ...json }, asked)?.method).toBe(method);
  });

  test.each(['0', '0.000', 'none', '-1', ''])('has no exchange rate in %j', (exchangeRate) => {
    const orderInformation = { amountDetails: { exchangeRate } };
    const transaction = readTransaction({ id: PAYMENT, orderInformation }, asked);
    expect(transaction).not.toHaveProperty('exchangeRate');
  });

  test('gives amounts, card, customer, fraud and what followed', () => {
    const transaction = readTransaction(
      {
        id: PAYMENT,
        rootId: '795',
        merchantId: 'acme_eu',
        submitTimeUtc: '2026-11-22T11:00:00Z',
        applicationInformation: { status: 'AUTHORIZED', reasonCode: 100, applications: [] },
        errorInformation: { reason: 'AVS_FAILED' },
        orderInformation: {
          amountDetails: { totalAmount: '40.00', authorizedAmount: 39.5, currency: 'USD' },
          billTo: { email: 'ada@example.com', firstName: 'Ada', lastName: 'Byron' },
        },
        paymentInformation: { card: { suffix: '1111', type: '001' } },
        riskInformation: { score: { result: 42, factorCodes: ['H'] } },
        _links: {
          relatedTransactions: [
            { href: 'https://apitest.cybersource.com/tss/v2/transactions/7951', method: 'GET' },
            { href: 'https://apitest.cybersource.com/tss/v2/transactions/7952?x=1', method: 'GET' },
            { method: 'GET' },
          ],
        },
      },
      asked,
    );
    expect(transaction).toEqual({
      id: PAYMENT,
      rootId: '795',
      merchantId: 'acme_eu',
      submittedAt: Date.UTC(2026, 10, 22, 11),
      status: 'AUTHORIZED',
      reasonCode: '100',
      applications: [],
      total: { minor: 4000, currency: 'USD' },
      authorized: { minor: 3950, currency: 'USD' },
      card: { brand: 'visa', lastFour: '1111' },
      customer: { email: 'ada@example.com', firstName: 'Ada', lastName: 'Byron' },
      fraud: { score: 42, factorCodes: ['H'], rules: [] },
      errorReason: 'AVS_FAILED',
      related: ['7951', '7952'],
    });
  });

  test('with hardly anything in it stands on what was asked', () => {
    expect(readTransaction({ id: PAYMENT }, asked)).toEqual({
      id: PAYMENT,
      rootId: PAYMENT,
      merchantId: MERCHANT,
      submittedAt: NOW,
      applications: [],
      related: [],
    });
  });

  test.each([[{ id: '999' }], [{}], [{ id: 7.9535e21 }], [[]], [null], ['text']])(
    '%j is not about the transaction that was asked for',
    (json) => {
      expect(readTransaction(json, asked)).toBeUndefined();
    },
  );

  test.each([
    ['more decimals than the currency has', { totalAmount: '1.005', currency: 'USD' }],
    ['an unknown currency', { totalAmount: '1.00', currency: 'XXX' }],
    ['no currency', { totalAmount: '1.00' }],
    ['an exponent', { totalAmount: 1e21, currency: 'USD' }],
  ])('an amount with %s is left out, not guessed', (_, amountDetails) => {
    const json = { id: PAYMENT, orderInformation: { amountDetails } };
    expect(readTransaction(json, asked)).not.toHaveProperty('total');
  });
});

describe('a search row', () => {
  test('is read with its reference', () => {
    const row = {
      id: PAYMENT,
      submitTimeUtc: '2026-11-22T12:20:00Z',
      clientReferenceInformation: { code: '1001' },
    };
    expect(readSummary(row)).toEqual([{ id: PAYMENT, submittedAt: NOW, reference: '1001' }]);
  });

  test('without a zone in its time counts as UTC', () => {
    const row = { id: PAYMENT, submitTimeUtc: '2026-11-22T12:20:00' };
    expect(readSummary(row)).toEqual([{ id: PAYMENT, submittedAt: NOW }]);
  });

  test('without a time does not move a poller on, and without a safe id is dropped', () => {
    expect(readSummary({ id: PAYMENT })).toEqual([{ id: PAYMENT, submittedAt: 0 }]);
    expect(readSummary({ id: "1' OR 1=1" })).toEqual([]);
    expect(readSummary({})).toEqual([]);
  });
});

describe('the card', () => {
  test.each([
    ['001', 'visa'],
    ['002', 'mastercard'],
    ['003', 'amex'],
    ['004', 'discover'],
    ['005', 'diners'],
    ['007', 'jcb'],
    ['042', 'maestro'],
    ['062', 'unionpay'],
    ['036', 'other'],
    ['AMERICAN EXPRESS', 'amex'],
  ])('of type %s is %s', (type, brand) => {
    expect(readCard({ card: { type, suffix: '0005' } })).toEqual({ brand, lastFour: '0005' });
  });

  test.each([
    [{ expirationMonth: '3', expirationYear: '2031' }, '2031-03'],
    [{ expirationMonth: 12, expirationYear: 31 }, '2031-12'],
    [{ expirationMonth: '13', expirationYear: '2031' }, undefined],
    [{ expirationMonth: '12' }, undefined],
    [{ expirationMonth: 'XX', expirationYear: 'XXXX' }, undefined],
  ])('with expiry %j reads %s', (expiry, expected) => {
    expect(readCard({ card: { suffix: '1111', ...expiry } })?.expiry).toBe(expected);
  });

  test('shows four digits however many arrive', () => {
    const card = readCard({ card: { suffix: '4111111111111111', prefix: '411111', type: '001' } });
    expect(card).toEqual({ brand: 'visa', lastFour: '1111' });
    expect(readCard({ card: { number: '411111XXXXXX1234' } })?.lastFour).toBe('1234');
  });

  test('is found behind a network token, and is absent without digits', () => {
    expect(readCard({ tokenizedCard: { suffix: '4242', type: '001' } })?.lastFour).toBe('4242');
    expect(readCard({ card: { prefix: '411111' } })).toBeUndefined();
    expect(readCard(undefined)).toBeUndefined();
  });

  test('takes its brand from the payment type when the card names none', () => {
    const information = { paymentType: { name: 'VISA' }, card: { suffix: '1111' } };
    expect(readCard(information)?.brand).toBe('visa');
  });
});

describe('the customer', () => {
  test('has both addresses, a company and a phone', () => {
    const billTo = {
      firstName: 'Ada',
      lastName: 'Byron',
      email: 'ada@example.com',
      company: { name: 'Engines Ltd' },
      phoneNumber: '+44 20 7946 0000',
      address1: '12 Square',
      address2: 'Flat 2',
      locality: 'London',
      administrativeArea: 'LND',
      postalCode: 'SW1Y 4JH',
      country: 'GB',
    };
    const address = {
      line1: '12 Square',
      line2: 'Flat 2',
      city: 'London',
      region: 'LND',
      postalCode: 'SW1Y 4JH',
      country: 'GB',
    };
    expect(readCustomer({ billTo, shipTo: { address1: '1 Dock', country: 'IE' } })).toEqual({
      email: 'ada@example.com',
      firstName: 'Ada',
      lastName: 'Byron',
      company: 'Engines Ltd',
      phone: '+44 20 7946 0000',
      billing: address,
      shipping: { line1: '1 Dock', city: '', postalCode: '', country: 'IE' },
    });
  });

  test('with the placeholder address, or none, is nobody', () => {
    expect(
      readCustomer({ billTo: { email: 'null@cybersource.com', firstName: 'A' } }),
    ).toBeUndefined();
    expect(readCustomer({ billTo: { firstName: 'A' } })).toBeUndefined();
    expect(readCustomer(undefined)).toBeUndefined();
  });
});

describe('the fraud reading', () => {
  test('takes the score as a number or as text', () => {
    const rules = [{ name: 'Fraud score', decision: 'REVIEW' }, { decision: 'IGNORE' }];
    const score = { result: '87', factorCodes: ['H', 'P', 3] };
    expect(readFraud({ profile: { name: 'Standard' }, rules, score })).toEqual({
      score: 87,
      profile: 'Standard',
      factorCodes: ['H', 'P'],
      rules: [{ name: 'Fraud score', decision: 'REVIEW' }],
    });
    expect(readFraud({ score: { result: 7 } })?.score).toBe(7);
  });

  test('is absent when no screening was made, and leaves out a score that is none', () => {
    expect(readFraud({})).toBeUndefined();
    expect(readFraud(undefined)).toBeUndefined();
    expect(readFraud({ score: { result: 'high' }, profile: { name: 'P' } })).toEqual({
      profile: 'P',
      factorCodes: [],
      rules: [],
    });
  });
});

test('a merchant id in the answer wins over the one that was asked with', () => {
  const transaction = readTransaction({ id: PAYMENT, merchantId: 'child' }, asked);
  expect(transaction?.merchantId).toBe('child' as MerchantId);
});
