// The store that takes no card data: what is refused, what is written with it blotted out, what passes.
import { beforeEach, describe, expect, it } from 'vitest';
import { guardRows } from '../../../functions/core/compose/card-guards.ts';
import { cardDataProblemOf } from '../../../functions/core/domain/card-data.ts';
import type { Store } from '../../../functions/core/ports/store.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { packBody, packText } from '../../../functions/core/work/packed-text.ts';
import { toSafeText } from '../../../functions/core/work/safe-text.ts';

const CARD = '5555555555554444';
/** Longer than what is packed plainly. */
const long = (text: string) => `${'Ünïcode words. '.repeat(700)}${text}`;

const task = (result: string) => ({
  task_key: 'run-1|n1',
  run_key: 'run-1',
  node: 'n1',
  installation: 'inst-1',
  result,
});

let bare: Store;
let store: Store;

beforeEach(() => {
  bare = createMemoryStore();
  store = guardRows(bare);
});

describe('rows of work', () => {
  it.each([
    ['plain', packText(JSON.stringify({ note: CARD }))],
    ['deflated', packText(long(CARD))],
    ['base64 of ours', toSafeText(`note: ${CARD}`)],
  ])('are not written with a card number in them: %s', async (_, result) => {
    const error: unknown = await store.insert('Tasks', task(result)).catch((thrown) => thrown);
    expect(cardDataProblemOf(error)).toMatchObject({
      code: 'card-data-found',
      facts: { where: 'a row of Tasks' },
    });
    expect(await bare.select('Tasks', { where: [['run_key', '=', 'run-1']] })).toEqual([]);
  });

  it('are not changed either, by row or by condition', async () => {
    await store.insert('Tasks', task('p:{}'));
    const [row] = await bare.select('Tasks', { where: [['run_key', '=', 'run-1']] });
    const patch = { result: `p:${CARD}` };
    await expect(store.update('Tasks', row?.ROWID ?? '', patch)).rejects.toThrow('card data');
    await expect(
      store.updateWhere('Tasks', { result: CARD }, [['task_key', '=', 'run-1|n1']]),
    ).rejects.toThrow('card data');
    expect((await bare.find('Tasks', 'task_key', 'run-1|n1'))?.result).toBe('p:{}');
  });

  it('are looked through as a whole: a number may be spread over columns', async () => {
    const { result: _, node: __, ...keys } = task('');
    const parts = { node: '5555', action: '5555', result: '5555', inverse: '4444' };
    await expect(store.insert('Tasks', { ...keys, ...parts })).rejects.toThrow('card data');
  });

  it('are looked through over the columns of a long body', async () => {
    const body = packBody(
      `${Array.from({ length: 3_500 }, (_, n) => n * 7_919).join(' ')} ${CARD}`,
    );
    expect(body?.body_2).toBeDefined();
    await expect(
      store.insert('Documents', {
        document_key: 'inst-1|flow|f|draft',
        installation: 'inst-1',
        kind: 'flow',
        document_id: 'f',
        state: 'draft',
        ...body,
      }),
    ).rejects.toThrow('card data');
  });
});

describe('rows that tell of trouble', () => {
  const event = {
    event_key: 'inst-1|woocommerce|a',
    installation: 'inst-1',
    source: 'woocommerce',
    event_type: 'order.updated',
    state: 'received',
  };

  it('are written with the number blotted out', async () => {
    await store.insert('Inbox', { ...event, body: `p:{"note":"${CARD}","id":7}` });
    expect((await bare.find('Inbox', 'event_key', event.event_key))?.body).toBe(
      'p:{"note":"****************","id":7}',
    );
  });

  it('lose a packed body that nobody has blotted out before', async () => {
    await store.insert('Inbox', { ...event, ...packBody(long(CARD)) });
    expect((await bare.find('Inbox', 'event_key', event.event_key))?.body).toBe(
      'p:[card data removed]',
    );
  });

  it.each([
    ['plain', (text: string) => text],
    ['safe', toSafeText],
  ])('keep a problem that can be read: %s', async (_, write) => {
    const problem = write(JSON.stringify({ code: 'shop-refused', facts: { detail: CARD } }));
    await store.insert('Runs', {
      run_key: 'run-1',
      installation: 'inst-1',
      flow: 'f',
      lane: 'l',
      lane_lock: 'run-1',
      state: 'dead',
      problem,
    });
    const kept = (await bare.find('Runs', 'run_key', 'run-1'))?.problem ?? '';
    const text = kept.startsWith('b64.') ? Buffer.from(kept.slice(4), 'base64').toString() : kept;
    expect(JSON.parse(text)).toMatchObject({ code: 'card-data-found', facts: { field: 'detail' } });
  });
});

describe('what passes', () => {
  it('is written as it is: ids, sealed texts, amounts', async () => {
    const row = {
      payment_key: 'inst-1|mid_usd|7224712345676543210987',
      installation: 'inst-1',
      merchant_id: 'mid_usd',
      gateway_id: '7224712345676543210987',
      state: 'captured',
      currency: 'USD',
      authorized_minor: 4111111111111111,
      books_invoice_id: '4876876000000624001',
      version: 'v1',
    };
    const inserted = await store.insert('Payments', row);
    expect(inserted.kind === 'inserted' && inserted.row).toMatchObject(row);
    const token = {
      token_key: 't',
      installation: 'inst-1',
      value: `v1.${CARD}.x`,
      expires_at: 1,
    };
    expect((await store.insert('Tokens', token)).kind).toBe('inserted');
  });
});
