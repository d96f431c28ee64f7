// The transport, mail and log that let no card data out.
import { describe, expect, it } from 'vitest';
import { guardLog, guardMailer } from '../../../../functions/core/compose/card-guards.ts';
import { guardTransport } from '../../../../functions/core/connectors/transport/guarded-transport.ts';
import { createWitness } from '../../../../functions/core/connectors/transport/witness.ts';
import { cardDataProblemOf } from '../../../../functions/core/domain/card-data.ts';
import { ok } from '../../../../functions/core/domain/result.ts';
import type { HttpRequest } from '../../../../functions/core/ports/platform.ts';

const CARD = '378282246310005';

function guarded() {
  const sent: HttpRequest[] = [];
  const transport = guardTransport({
    async send(request) {
      sent.push(request);
      return { kind: 'answered', status: 200, headers: {}, body: '{}' };
    },
  });
  const send = (change: Partial<HttpRequest>) =>
    transport.send({
      method: 'POST',
      url: 'https://www.zohoapis.eu/books/v3/invoices?organization_id=10234695',
      headers: { authorization: 'Zoho-oauthtoken 1000.abc' },
      timeoutMs: 1_000,
      ...change,
    });
  return { sent, send };
}

describe('requests', () => {
  it.each([
    ['in the body', { body: JSON.stringify({ notes: `paid with ${CARD}` }) }],
    ['in the address', { url: `https://www.zohoapis.eu/crm/v8/Contacts/search?word=${CARD}` }],
    ['escaped in the address', { url: 'https://a.example/?q=3782%20822463%2010005' }],
    ['in a header', { headers: { 'X-Unique-Identifier-Value': CARD } }],
    ['encoded', { body: Buffer.from(`n=${CARD}`).toString('base64') }],
  ])('are not sent with a card number %s', async (_, change) => {
    const { sent, send } = guarded();
    const error: unknown = await send(change).catch((thrown) => thrown);
    expect(cardDataProblemOf(error)).toMatchObject({
      code: 'card-data-found',
      remedy: 'fix-input',
    });
    expect(JSON.stringify(cardDataProblemOf(error))).not.toContain(CARD);
    expect(sent).toEqual([]);
  });

  it('name the field and where it was to go', async () => {
    const { send } = guarded();
    const error: unknown = await send({ body: `{"notes":"${CARD}"}` }).catch((thrown) => thrown);
    expect(cardDataProblemOf(error)?.facts).toEqual({
      field: 'notes',
      where: 'the request to www.zohoapis.eu',
    });
  });

  it('go out with ids, tokens and signatures', async () => {
    const { sent, send } = guarded();
    await send({
      body: JSON.stringify({
        customer_id: '4876876000000624009',
        paymentInformation: { instrumentIdentifier: { id: '4111111111111111' } },
        tokenInformation: { transientTokenJwt: `${btoa('{"number":"411111XXXXXX1111"}')}.x` },
      }),
      headers: { authorization: `Bearer ${CARD}`, 'v-c-signature': CARD },
    });
    expect(sent).toHaveLength(1);
  });

  it('leave nothing with the witness when they were not sent', async () => {
    const { transport, witness } = createWitness(
      guardTransport({ send: () => Promise.reject(new Error('sent')) }),
    );
    const { last, value } = await witness.watch(() =>
      transport
        .send({ method: 'GET', url: `https://a.example/${CARD}`, headers: {}, timeoutMs: 1 })
        .catch((thrown: unknown) => cardDataProblemOf(thrown)?.code),
    );
    expect([value, last]).toEqual(['card-data-found', undefined]);
  });
});

describe('mails and log lines', () => {
  it('are not sent, and are written with the digits blotted out', async () => {
    const lines: unknown[] = [];
    const write = (...line: unknown[]) => lines.push(line);
    guardLog({ info: write, warn: write, error: write }).warn(`refused ${CARD}`, {
      operation: `note ${CARD}`,
      count: 3,
    });
    expect(lines).toEqual([
      ['refused ***************', { operation: 'note ***************', count: 3 }],
    ]);
    const mails: unknown[] = [];
    const mailer = guardMailer({
      async send(mail) {
        mails.push(mail);
        return ok(undefined);
      },
    });
    const mail = { from: 'a@example.com', to: ['b@example.com'], subject: 'Order' };
    expect(await mailer.send({ ...mail, text: `note: ${CARD}` })).toMatchObject({ ok: false });
    expect(await mailer.send({ ...mail, text: 'note: none' })).toMatchObject({ ok: true });
    expect(mails).toHaveLength(1);
  });
});
