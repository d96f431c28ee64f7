// Gateway notifications of every published version, and keys that tell repeats from news.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readNotifications } from '../../../../functions/core/connectors/cybersource/read-notification.ts';

interface Sample {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

const file = new URL('../../../fixtures/gateway/webhook-samples.json', import.meta.url);
const samples = JSON.parse(readFileSync(file, 'utf8')) as Sample[];

function read(id: string) {
  const sample = samples.find((candidate) => candidate.id === id);
  return readNotifications(JSON.stringify(sample?.body), sample?.headers ?? {});
}

const capture = {
  eventType: 'payments.captures.accept',
  webhookId: 'e339e8b1',
  productId: 'cardProcessing',
  organizationId: 'acme',
  eventDate: '2026-11-22T12:20:00',
  transactionTraceId: '7ac2ad9f',
  retryNumber: 0,
  payload: { id: '7650000000000000000001', status: 'PENDING' },
  requestType: 'NEW',
};

const one = (body: object, headers: Readonly<Record<string, string>> = {}) =>
  readNotifications(JSON.stringify(body), headers)[0];

describe('a published notification', () => {
  test('with a payload object gives the account concerned, not the subscriber', () => {
    expect(read('docs-tms-lcm-updated-2025')).toEqual([
      {
        eventType: 'tms.networktoken.updated',
        webhookId: '261d2616-xxxx-9ba8-q3456-8b588d0a5f2a',
        organizationId: 'mid',
        subjectId: '2EE7067B2F015632E0631E588E0A1987',
        status: 'TOKEN_STATUS_UPDATED',
        dedupeKey: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      },
    ]);
    expect(read('docs-tms-networktoken-provisioned-2022')[0]?.organizationId).toBe(
      'sampleSelfOrChildOrg',
    );
    expect(one({ ...capture, payload: { merchantId: 'acme_us' } })?.organizationId).toBe('acme_us');
  });

  test('of the older version has its payload in a list', () => {
    expect(read('commercetools-fixture-tms-updated-2021')).toMatchObject([
      {
        eventType: 'tms.networktoken.updated',
        organizationId: 'visa_isv_commercetools_pmt',
        subjectId: 'P47C5DF0BD0079A8E053XXXXXX0A5CDH',
      },
    ]);
  });

  test('sent as a test has payloads, a retry number as text, and no subject', () => {
    const [notification] = read('docs-test-notification');
    expect(notification).toMatchObject({
      eventType: 'tms.networktoken.updated',
      organizationId: 'npr_gpn',
    });
    expect(notification).not.toHaveProperty('subjectId');
  });
});

describe('a card notification', () => {
  test('names the transaction and its status', () => {
    expect(one(capture)).toMatchObject({
      eventType: 'payments.captures.accept',
      webhookId: 'e339e8b1',
      organizationId: 'acme',
      subjectId: '7650000000000000000001',
      status: 'PENDING',
    });
  });

  test.each([
    [{ transactionId: '765' }],
    [{ requestId: '765' }],
    [{ data: { id: '765' } }],
    [{ transactionResult: { details: { id: '765' } } }],
  ])('finds the transaction in %j', (payload) => {
    expect(one({ ...capture, payload })?.subjectId).toBe('765');
  });

  test('of a case decision carries the merchant reference instead', () => {
    const payload = { data: { referenceNumber: '1001', notes: [{ comment: 'ok' }] } };
    const decision = one({ ...capture, eventType: 'risk.casemanagement.decision.accept', payload });
    expect(decision).toMatchObject({ reference: '1001' });
    expect(decision).not.toHaveProperty('subjectId');
  });

  test('falls back to the headers, in any case', () => {
    const headers = {
      'V-C-Event-Type': 'invoicing.customer.invoice.send',
      'V-C-Organization-Id': 'acme',
      'V-C-Webhook-Id': 'w1',
    };
    expect(one({ payload: {} }, headers)).toMatchObject({
      eventType: 'invoicing.customer.invoice.send',
      organizationId: 'acme',
      webhookId: 'w1',
    });
  });

  test('of an unknown type, or without payload, is kept', () => {
    expect(one({ ...capture, eventType: 'brand.new.event' })?.eventType).toBe('brand.new.event');
    expect(one({})).toMatchObject({ eventType: 'unknown' });
  });

  test('does not let an unsafe id into a key', () => {
    expect(one({ ...capture, payload: { id: "1' OR 1=1" } })).not.toHaveProperty('subjectId');
  });

  test('gives one entry per payload of a list', () => {
    const payload = [{ data: { id: '1' } }, { data: { id: '2' } }];
    const read = readNotifications(JSON.stringify({ ...capture, payload }), {});
    expect(read.map((notification) => notification.subjectId)).toEqual(['1', '2']);
    expect(new Set(read.map((notification) => notification.dedupeKey)).size).toBe(2);
  });

  test.each(['', 'not json', '[]', 'null', '"text"'])('is nothing when the body is %j', (body) => {
    expect(readNotifications(body, {})).toEqual([]);
  });
});

describe('the key that tells repeats', () => {
  const keyOf = (body: object) => one(body)?.dedupeKey;

  test('is the same for a retry, which has a new trace id and number', () => {
    const retry = {
      ...capture,
      transactionTraceId: 'another',
      retryNumber: 2,
      requestType: 'RETRY',
    };
    expect(keyOf(retry)).toBe(keyOf(capture));
  });

  test.each([
    [{ webhookId: 'another' }],
    [{ eventType: 'payments.captures.reject' }],
    [{ payload: { id: '7650000000000000000002', status: 'PENDING' } }],
    [{ payload: { id: '7650000000000000000001', status: 'TRANSMITTED' } }],
    [{ payload: { id: '7650000000000000000001', status: 'PENDING', note: 'new' } }],
  ])('differs for %j', (change) => {
    expect(keyOf({ ...capture, ...change })).not.toBe(keyOf(capture));
  });
});
