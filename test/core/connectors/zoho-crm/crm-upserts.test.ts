// Upserts side by side: one call for many records, an answer for each, and nobody's record in another's place.
import { describe, expect, it } from 'vitest';
import { createUpserts } from '../../../../functions/core/connectors/zoho-crm/crm-upserts.ts';
import type { ZohoCall } from '../../../../functions/core/connectors/zoho-http/zoho-call.ts';
import { unavailable } from '../../../../functions/core/connectors/zoho-http/zoho-problem.ts';
import { ok, refused } from '../../../../functions/core/domain/result.ts';

interface Sent {
  readonly call: ZohoCall;
  readonly rows: readonly Record<string, string>[];
}

/** A CRM whose rows get the ids of their e-mail addresses; `gate` holds back its answers. */
function setUp(answer: (rows: Sent['rows']) => object[] | 'lost' = (rows) => rows.map(written)) {
  const sent: Sent[] = [];
  const gate: { wait?: Promise<void> } = {};
  const gather = Promise.withResolvers<void>();
  const upsert = createUpserts(
    async (call) => {
      const { data } = call.body as { data: Sent['rows'] };
      sent.push({ call, rows: data });
      await gate.wait;
      const rows = answer(data);
      return rows === 'lost' ? refused(unavailable('crm')) : ok({ data: rows });
    },
    () => gather.promise,
  );
  const save = (email: string, more = {}) => upsert('Contacts', 'Email', { Email: email, ...more });
  return { upsert, save, sent, gate, send: gather.resolve };
}

function written({ Email = '' }: Record<string, string>) {
  return { code: 'SUCCESS', status: 'success', details: { id: `id-${Email}` } };
}

const emails = (one: Sent | undefined) => one?.rows.map((row) => row.Email);

describe('upserts', () => {
  it('that are asked for within a moment share a call, and each gets its own id', async () => {
    const { save, sent, send } = setUp();
    const all = Promise.all(['a', 'b', 'c'].map((email) => save(email)));
    send();
    expect(await all).toEqual(['a', 'b', 'c'].map((email) => ok({ id: `id-${email}` })));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.call).toMatchObject({ path: ['Contacts', 'upsert'], cost: 1 });
  });

  it('of accounts and contacts are different calls', async () => {
    const { save, upsert, sent, send } = setUp();
    const both = [save('a'), upsert('Accounts', 'Account_Name', { Account_Name: 'Acme' })];
    send();
    await Promise.all(both);
    expect(sent.map(({ call }) => call.operation)).toEqual(['save-contact', 'save-account']);
  });

  it('are a hundred a call, which cost ten credits', async () => {
    const { save, sent, send } = setUp();
    const all = Array.from({ length: 230 }, (_, index) => save(`mail-${index}`));
    send();
    await Promise.all(all);
    expect(sent.map(({ rows, call }) => [rows.length, call.cost])).toEqual([
      [100, 10],
      [100, 10],
      [30, 3],
    ]);
  });

  it('that come while a call is under way go with the next', async () => {
    const { save, sent, send, gate } = setUp();
    const answered = Promise.withResolvers<void>();
    gate.wait = answered.promise;
    const first = save('a');
    send();
    await new Promise((resolve) => setImmediate(resolve));
    const later = [save('b'), save('c')];
    answered.resolve();
    await Promise.all([first, ...later]);
    expect(sent.map(emails)).toEqual([['a'], ['b', 'c']]);
  });

  it('of one address never go in one call, as the CRM might make two of them', async () => {
    const { save, sent, send } = setUp();
    const all = [save('a', { Phone: '1' }), save('b'), save(' A', { Phone: '2' })];
    send();
    await Promise.all(all);
    expect(sent.map(emails)).toEqual([['a', 'b'], [' A']]);
  });

  it('that are refused are refused alone', async () => {
    const { save, send } = setUp((rows) =>
      rows.map((row) =>
        row.Email === 'bad'
          ? { code: 'INVALID_DATA', status: 'error', message: 'no', details: { api_name: 'Email' } }
          : written(row),
      ),
    );
    const all = Promise.all([save('a'), save('bad'), save('c')]);
    send();
    expect(await all).toMatchObject([
      { ok: true, value: { id: 'id-a' } },
      { ok: false, problem: { code: 'zoho-refused', facts: { detail: 'Email: no' } } },
      { ok: true, value: { id: 'id-c' } },
    ]);
  });

  it.each([
    ['a lost answer', () => 'lost' as const],
    ['an answer with a row too few', (rows: Sent['rows']) => rows.slice(1).map(written)],
  ])('%s is everybody’s to try again', async (_, answer) => {
    const { save, send } = setUp(answer);
    const all = Promise.all([save('a'), save('b')]);
    send();
    const again = { ok: false, problem: { code: 'zoho-unavailable', remedy: 'retry' } };
    expect(await all).toMatchObject([again, again]);
  });

  it('that throw throw for everybody, and the next ones are sent', async () => {
    let isBroken = true;
    const { save, send } = setUp((rows) => {
      if (isBroken) throw new Error('a fault of ours');
      return rows.map(written);
    });
    const both = Promise.allSettled([save('a'), save('b')]);
    send();
    expect((await both).map((one) => one.status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect(await save('c')).toEqual(ok({ id: 'id-c' }));
  });
});
