// What the panel is told will be written, for each movement and each standing of the payment.
import { describe, expect, it } from 'vitest';
import type {
  BooksPreviewReply,
  BooksPreviewRequest,
} from '../../../functions/core/contract/books-preview.ts';
import type { Role } from '../../../functions/core/domain/role.ts';
import { previewBooks } from '../../../functions/core/steps/preview-books.ts';
import { createWorld } from './world.ts';

const paymentKey = 'inst-1|mid_usd|p1';
const sale = { id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' } as const;

async function worldWith(kind: 'sale' | 'authorization', amountMinor = 4_000) {
  const world = createWorld();
  world.places('1001', 4_000);
  await world.happens({ ...sale, kind, amountMinor });
  await world.work();
  const preview = (
    wanted: BooksPreviewRequest['kind'],
    minor: number,
    role: Role = 'agent',
    key = paymentKey,
    byLine?: BooksPreviewRequest['lines'],
  ) =>
    previewBooks(
      world.ports,
      world.company,
      { userId: 'u1', name: 'A clerk', role },
      { paymentKey: key, kind: wanted, amountMinor: minor, ...(byLine && { lines: byLine }) },
    );
  /** One line a record: `credit-note INV-1: debit sales-and-tax 10`. */
  async function lines(wanted: BooksPreviewRequest['kind'], minor: number): Promise<string[]> {
    const reply = await preview(wanted, minor);
    if (!reply.ok) return [reply.problem.code];
    return reply.value.note === undefined ? reply.value.records.map(lineOf) : [reply.value.note];
  }
  return { world, preview, lines };
}

function lineOf({ kind, invoices, entries }: BooksPreviewReply['records'][number]): string {
  const sides = entries.map(({ side, account, amount }) => `${side} ${account} ${amount.minor}`);
  return `${kind} ${invoices.join()}: ${sides.join(', ')}`;
}

describe('what will be written', () => {
  it('for a refund by lines is a credit note of just these lines, also where something was paid too much', async () => {
    const { preview } = await worldWith('sale', 5_000);
    const ask = (amountMinor: number, lineMinor: number) =>
      preview('refund', amountMinor, 'agent', paymentKey, [
        { lineId: 'line-1', quantityMilli: 1_000, amountMinor: lineMinor },
      ]);
    const reply = await ask(1_000, 1_000);
    expect(reply.ok ? reply.value.records.map(lineOf) : reply).toEqual([
      'credit-note INV-inv-1001: debit sales-and-tax 1000, credit customer-credit 1000',
      'credit-note-refund : debit customer-credit 1000, credit clearing 1000',
    ]);
    expect(await ask(1_000, 900)).toMatchObject({ problem: { code: 'refund-lines-differ' } });
  });

  it('for a capture is the payment on the order’s invoice, once all that is held is captured', async () => {
    const { lines } = await worldWith('authorization');
    expect(await lines('capture', 4_000)).toEqual([
      'customer-payment 1001: debit clearing 4000, credit receivables 4000',
    ]);
    expect(await lines('capture', 1_000)).toEqual(['when-all-is-captured']);
    expect(await lines('reversal', 4_000)).toEqual(['nothing-moves']);
    expect(await lines('void', 4_000)).toEqual(['after-the-payment']);
  });

  it('for a refund is what is written then: first the excess, then a credit note and its refund', async () => {
    const { world, lines } = await worldWith('sale', 5_000);
    expect(await lines('refund', 2_500)).toEqual([
      'payment-refund : debit customer-credit 1000, credit clearing 1000',
      'credit-note INV-inv-1001: debit sales-and-tax 1500, credit customer-credit 1500',
      'credit-note-refund : debit customer-credit 1500, credit clearing 1500',
    ]);
    await world.happens({ id: 'r1', rootId: 'p1', kind: 'refund', amountMinor: 2_500 });
    await world.work();
    const written = [world.records.excessRefunds, world.records.creditNoteRefunds].map((refunds) =>
      [...refunds.values()].map(({ amount }) => amount.minor),
    );
    expect(written).toEqual([[1_000], [1_500]]);
  });

  it('for a void is that the payment goes, or is lowered by that part of it', async () => {
    const { lines } = await worldWith('sale');
    expect(await lines('void', 4_000)).toEqual([
      'payment-removed no. of invoice-inv-1001: debit receivables 4000, credit clearing 4000',
    ]);
    expect(await lines('void', 1_500)).toEqual([
      'payment-lowered no. of invoice-inv-1001: debit receivables 1500, credit clearing 1500',
    ]);
  });

  it('says the fee by contract, of each capture, and that a void takes it back', async () => {
    const { world, lines, preview } = await worldWith('authorization');
    Object.assign(world.company, {
      feeAccount: { id: 'acct-fees', name: 'Card costs' },
      merchants: world.company.merchants.map((one) => ({
        ...one,
        fees: { USD: { basisPoints: 290, fixedMinor: 30 } },
      })),
    });
    expect(await lines('capture', 4_000)).toEqual([
      'customer-payment 1001: debit clearing 3854, debit gateway-fees 146, credit receivables 4000',
    ]);
    const reply = await preview('capture', 4_000);
    expect(reply.ok ? reply.value.records[0]?.entries[1] : reply).toMatchObject({
      accountName: 'Card costs',
    });
    await world.happens({ id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 1_500 });
    await world.happens({ id: 'c2', rootId: 'p1', kind: 'capture', amountMinor: 2_500 });
    await world.work();
    expect(await lines('void', 1_500)).toEqual([
      'payment-lowered no. of invoice-inv-1001: debit receivables 1500, credit clearing 1426, credit gateway-fees 74',
    ]);
    expect(await lines('void', 4_000)).toEqual([
      'payment-removed no. of invoice-inv-1001: debit receivables 4000, credit clearing 3823, credit gateway-fees 177',
    ]);
  });

  it('for a void says that the rest of a cent is owed again, unless it is already', async () => {
    const { world, lines } = await worldWith('sale', 3_999);
    const removed =
      'payment-removed no. of invoice-inv-1001: debit receivables 3999, credit clearing 3999';
    expect(await lines('void', 3_999)).toEqual([
      'write-off-cancelled no. of invoice-inv-1001: debit receivables 1, credit write-off 1',
      removed,
    ]);
    world.records.writtenOff.clear();
    expect(await lines('void', 3_999)).toEqual([removed]);
  });

  it('is nothing for a payment that never comes into the books', async () => {
    const { world, lines } = await worldWith('sale');
    await world.happens({ id: 'v1', rootId: 'p1', kind: 'void', amountMinor: 4_000 });
    await world.work();
    expect(await lines('refund', 1_000)).toEqual(['not-in-books']);
  });

  it('names the clearing account as the company calls it, with what takes the record back', async () => {
    const { world, preview } = await worldWith('sale');
    const [merchant] = world.company.merchants;
    Object.assign(merchant ?? {}, { clearingNames: { USD: 'Cybersource Clearing USD' } });
    const reply = await preview('refund', 1_000);
    expect(reply.ok ? reply.value.records.at(-1) : reply).toMatchObject({
      entries: [{ account: 'customer-credit' }, { accountName: 'Cybersource Clearing USD' }],
      inverse: 'Delete the refund of the credit note.',
    });
  });

  it('is told to those who move money, of payments of their own company', async () => {
    const { preview } = await worldWith('sale');
    expect(await preview('refund', 1_000, 'viewer')).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect(await preview('refund', 1_000, 'admin', 'inst-2|mid_usd|p1')).toMatchObject({
      problem: { code: 'not-found' },
    });
  });
});
