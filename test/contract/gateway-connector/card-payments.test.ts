// Cards through the gateway connector: fields, charges, saved cards, against the Cybersource stand-in.
import { randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  openCardFields,
  readEnteredCard,
} from '../../../functions/core/connectors/cybersource/card-fields.ts';
import { createCardVault } from '../../../functions/core/connectors/cybersource/card-vault.ts';
import {
  chargeCard,
  timeoutReversal,
} from '../../../functions/core/connectors/cybersource/charge-card.ts';
import { createPayerConfirmations } from '../../../functions/core/connectors/cybersource/payer-confirmation.ts';
import { intentId, type MerchantId } from '../../../functions/core/domain/ids.ts';
import type { CardFields, ChargeOrder } from '../../../functions/core/ports/card-payments.ts';
import { findByReference, type OpenGateway, openGateway, readOne, US } from './open-gateway.ts';

const PAGE = 'http://127.0.0.1:4602';
const customer = {
  email: 'buyer@example.com',
  firstName: 'Test',
  lastName: 'Buyer',
  billing: {
    line1: '1 Market St',
    city: 'San Francisco',
    region: 'CA',
    postalCode: '94105',
    country: 'US',
  },
};

let open: OpenGateway;
let connection: ReturnType<OpenGateway['connection']>;

beforeAll(async () => {
  open = await openGateway();
  connection = open.connection('jwt');
});

afterAll(() => open.standIn.close());

beforeEach(() => open.standIn.faults.clear());

async function fields(): Promise<CardFields> {
  const opened = await openCardFields(connection, US, [PAGE]);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value;
}

/** What the frames do with what the customer types. */
async function enter({ context }: CardFields, number = '4111111111111111'): Promise<string> {
  const card = { number, securityCode: '123', expirationMonth: '12', expirationYear: '2031' };
  const answer = await fetch(`${open.standIn.url}/flex/v2/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: open.standIn.url },
    body: JSON.stringify({ captureContext: context, card }),
  });
  return answer.text();
}

function order(more: Partial<ChargeOrder>): ChargeOrder {
  return {
    merchant: US,
    intent: intentId(Date.now(), randomBytes(16)),
    reference: `INV-${randomBytes(4).toString('hex')}`,
    amount: { minor: 2_500, currency: 'USD' },
    isSale: true,
    source: { kind: 'entered', transientToken: '' },
    origin: 'customer',
    customer,
    ...more,
  };
}

const entered = async () =>
  ({ kind: 'entered', transientToken: await enter(await fields()) }) as const;

async function keptCard() {
  const zero = { minor: 0, currency: 'USD' };
  const answer = await chargeCard(
    connection,
    order({ source: await entered(), amount: zero, isSale: false, keep: {} }),
  );
  if (answer.kind !== 'paid' || answer.saved === undefined) throw new Error(JSON.stringify(answer));
  return answer.saved;
}

describe('card fields', () => {
  test('are the gateway’s own, by its signature, with the library’s hash', async () => {
    const opened = await fields();
    expect(opened.library.url).toMatch(new RegExp(`^${open.standIn.url}/`));
    expect(opened.library.integrity).toMatch(/^sha256-/);
    expect(opened.frameOrigin).toBe(open.standIn.url);
    expect(opened.expiresAt).toBeGreaterThan(open.clock.now());
    expect(decodeJwt(opened.context)).toHaveProperty('flx');
  });

  test('that somebody else signed are not shown', async () => {
    const forged = open.connection('jwt');
    const other = await openGateway();
    const lying = {
      ...forged,
      transport: {
        send: (request: Parameters<typeof forged.transport.send>[0]) =>
          request.method === 'GET'
            ? forged.transport.send({
                ...request,
                url: request.url.replace(open.standIn.url, other.standIn.url),
              })
            : forged.transport.send(request),
      },
    };
    expect(await openCardFields(lying, US, [PAGE])).toMatchObject({ ok: false });
    await other.standIn.close();
  });

  test('hand over a token that tells the last four digits and nothing more', async () => {
    const opened = await fields();
    const token = await enter(opened);
    expect(await readEnteredCard(connection, token, opened.tokenKey)).toMatchObject({
      value: { card: { brand: 'visa', lastFour: '1111', expiry: '2031-12' } },
    });
    expect(JSON.stringify(decodeJwt(token))).not.toContain('411111');
  });

  test('of another page load don’t vouch for a token', async () => {
    const token = await enter(await fields());
    const { tokenKey } = await fields();
    const invalid = { problem: { code: 'card-entry-invalid' } };
    expect(await readEnteredCard(connection, token, tokenKey)).toMatchObject(invalid);
    expect(await readEnteredCard(connection, 'nonsense', tokenKey)).toMatchObject(invalid);
    expect(await readEnteredCard(connection, token, 'nonsense')).toMatchObject(invalid);
  });
});

describe('a charge', () => {
  test('of an entered card is a sale that the gateway shows under our reference', async () => {
    const asked = order({ source: await entered() });
    const answer = await chargeCard(connection, asked);
    if (answer.kind !== 'paid') throw new Error(JSON.stringify(answer));
    const read = await readOne(open.connect('jwt'), answer.gatewayId);
    expect(read).toMatchObject({ reference: asked.reference, total: { minor: 2_500 } });
    expect(await chargeCard(connection, { ...asked, source: await entered() })).toEqual({
      kind: 'duplicate',
    });
  });

  test('that the bank declines says why', async () => {
    const amount = { minor: 405_100, currency: 'USD' };
    expect(await chargeCard(connection, order({ source: await entered(), amount }))).toMatchObject({
      kind: 'declined',
      reason: 'INSUFFICIENT_FUND',
      problem: { code: 'card-declined' },
    });
  });

  test('that a fraud rule holds is neither a yes nor a no', async () => {
    const held = { ...customer, email: 'buyer+review@example.com' };
    const answer = await chargeCard(connection, order({ source: await entered(), customer: held }));
    expect(answer).toMatchObject({ kind: 'in-review', status: 'AUTHORIZED_PENDING_REVIEW' });
  });

  test('of a part is said to be one', async () => {
    const amount = { minor: 600_300, currency: 'USD' };
    expect(await chargeCard(connection, order({ source: await entered(), amount }))).toMatchObject({
      kind: 'paid',
      isPartial: true,
    });
  });

  test('without a name and address is refused before anything is charged', async () => {
    const { customer: _, ...bare } = order({ source: await entered() });
    expect(await chargeCard(connection, bare)).toMatchObject({ kind: 'refused' });
  });

  test('whose answer is lost is found by its reference, and can be taken back', async () => {
    const asked = order({ source: await entered(), isSale: false });
    open.standIn.faults.arm({ method: 'POST', path: '/pts/v2/payments', mode: 'cut-after' });
    expect(await chargeCard(connection, asked)).toMatchObject({ kind: 'unknown' });
    expect(await findByReference(open, open.connect('jwt'), asked.reference)).toHaveLength(1);
    const back = await timeoutReversal(connection, US, asked.intent, asked.amount);
    expect(back).toMatchObject({ kind: 'voided' });
  });

  test('for a merchant id that is not connected is refused', async () => {
    const answer = await chargeCard(connection, order({ merchant: 'nobody' as MerchantId }));
    expect(answer).toMatchObject({ kind: 'refused', problem: { code: 'merchant-unknown' } });
  });
});

describe('a saved card', () => {
  test('is charged without being entered again', async () => {
    const { customerId, paymentInstrumentId } = await keptCard();
    const source = { kind: 'saved', customerId, paymentInstrumentId } as const;
    const { customer: _, ...bare } = order({ source, origin: 'merchant' });
    expect(await chargeCard(connection, bare)).toMatchObject({ kind: 'paid' });
  });

  test('is listed, made the default one and removed', async () => {
    const vault = createCardVault(connection);
    const first = await keptCard();
    const { customerId } = first;
    const zero = { minor: 0, currency: 'USD' };
    const more = order({
      source: await entered(),
      amount: zero,
      isSale: false,
      keep: { customerId },
    });
    const added = await chargeCard(connection, more);
    if (added.kind !== 'paid' || added.saved === undefined) throw new Error(JSON.stringify(added));
    expect(added.saved.customerId).toBe(customerId);
    await vault.makeDefault(US, added.saved);
    expect(await vault.list(US, customerId)).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({
          paymentInstrumentId: added.saved.paymentInstrumentId,
          isDefault: true,
          card: { brand: 'visa', lastFour: '1111', expiry: '2031-12' },
        }),
      ]),
    });
    expect(await vault.remove(US, first)).toEqual({ ok: true, value: undefined });
    expect(await vault.remove(US, first)).toEqual({ ok: true, value: undefined });
    const left = await vault.list(US, customerId);
    expect(left).toMatchObject({ value: [{ isDefault: true }] });
    expect(await vault.list(US, 'nobody')).toEqual({ ok: true, value: [] });
  });
});

describe('the payer’s bank', () => {
  const browser = {
    language: 'en-US',
    colorDepth: 24,
    screenHeight: 864,
    screenWidth: 1536,
    timeDifferenceMinutes: -120,
    userAgent: 'Browser/1.0',
  };

  /** Asks about a card, up to the bank's first answer. */
  async function ask(number: string) {
    const transientToken = await enter(await fields(), number);
    const { jti: tokenId = '' } = decodeJwt(transientToken);
    const payer = createPayerConfirmations(connection);
    const start = await payer.prepare(US, 'INV-1', tokenId);
    if (!start.ok) throw new Error(JSON.stringify(start.problem));
    const question = {
      merchant: US,
      reference: 'INV-1',
      tokenId,
      referenceId: start.value.referenceId,
      amount: { minor: 2_500, currency: 'USD' },
      customer,
      browser,
      returnUrl: 'https://pay.example/pay/returned',
    };
    return { transientToken, payer, question, answer: await payer.ask(question) };
  }

  test.each([
    ['4000000000002701', 'bank', { eciRaw: '05' }],
    ['5200000000002482', 'bank', { eciRaw: '01', ucafCollectionIndicator: '1' }],
    ['4000000000002313', 'company', { paresStatus: 'U' }],
  ])(
    'of %s is content without asking the payer: a loss is the %s’s',
    async (number, who, facts) => {
      const { answer } = await ask(number);
      expect(answer).toMatchObject({
        value: { kind: 'confirmed', proof: { liability: who, facts } },
      });
    },
  );

  test('says no', async () => {
    expect((await ask('4000000000002925')).answer).toMatchObject({ value: { kind: 'failed' } });
  });

  test('asks the payer; the charge then carries its word', async () => {
    const { transientToken, payer, question, answer } = await ask('4000000000002503');
    if (!answer.ok || answer.value.kind !== 'challenge') throw new Error(JSON.stringify(answer));
    const { transactionId, stepUpUrl } = answer.value;
    await fetch(new URL('/V2/Cruise/Answer', stepUpUrl), {
      method: 'POST',
      body: new URLSearchParams({ id: transactionId, code: '1234' }),
    });
    const done = await payer.conclude(question, transactionId);
    if (!done.ok || done.value.kind !== 'confirmed') throw new Error(JSON.stringify(done));
    expect(done.value.proof).toMatchObject({ indicator: 'vbv', liability: 'bank' });
    const source = { kind: 'entered', transientToken } as const;
    const wary = { ...customer, lastName: 'authenticate' };
    const charged = await chargeCard(
      connection,
      order({ source, customer: wary, proof: done.value.proof }),
    );
    expect(charged).toMatchObject({ kind: 'paid' });
  });

  test('may be asked for by the bank itself', async () => {
    const wary = { ...customer, lastName: 'authenticate' };
    expect(
      await chargeCard(connection, order({ source: await entered(), customer: wary })),
    ).toMatchObject({ kind: 'confirm' });
  });
});
