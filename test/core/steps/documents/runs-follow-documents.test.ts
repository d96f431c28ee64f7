// What is published is what the next run does; what has begun goes on as it was.
import { beforeEach, describe, expect, it } from 'vitest';
import type { FlowLibrary } from '../../../../functions/core/flows/library.ts';
import {
  publishDocument,
  rollBackDocument,
  saveDocumentDraft,
  switchFlow,
} from '../../../../functions/core/steps/documents/document-steps.ts';
import { drainWork } from '../../../../functions/core/steps/drain-work.ts';
import { createFlowLibrary } from '../../../../functions/core/steps/flow-library.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld, START_MS, type World } from '../world.ts';
import {
  found,
  granted,
  mapsPayment,
  publish,
  shippedMapping,
  shippedTable,
  visit,
  withoutMarkSent,
} from './sample-documents.ts';

const orderToCash = { kind: 'flow', id: 'order-to-cash' } as const;
const MINUTE_MS = 60_000;

let world: World;
let flows: FlowLibrary;

beforeEach(() => {
  world = createWorld();
  flows = createFlowLibrary(world.ports);
});

const work = () => drainWork({ ...world.ports, flows }, START_MS + 1_000 * MINUTE_MS);

async function pays(id: string, order: string, kind: 'sale' | 'authorization' = 'sale') {
  world.places(order, 4_000);
  await world.happens({ id, kind, amountMinor: 4_000, reference: order });
  await work();
}

async function captures(id: string, rootId: string) {
  await world.happens({ id, rootId, kind: 'capture', amountMinor: 4_000 });
  await work();
}

function runsOf(payment: string) {
  const key = `${INSTALLATION}|order-to-cash|${INSTALLATION}|mid_usd|${payment}`;
  return world.ports.store.select('Runs', { where: [['run_key', '=', key]] });
}

function waitAMinute(): void {
  world.advance(MINUTE_MS);
}

describe('a published order-to-cash', () => {
  it('is what the next run does', async () => {
    granted(await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1));
    await pays('p1', '1001');
    expect(world.records.payments.size).toBe(1);
    expect(world.calls).not.toContain('markInvoiceSent');
  });

  it('leaves a run that started with the shipped one as it is', async () => {
    await pays('p1', '1001', 'authorization');
    granted(await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1));
    waitAMinute();
    await captures('c1', 'p1');
    expect(world.records.payments.size).toBe(1);
    expect(world.calls).toContain('markInvoiceSent');
  });

  it('stays what its runs do when another version is published meanwhile', async () => {
    granted(await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1));
    await pays('p1', '1001', 'authorization');
    const back = { ...orderToCash, to: 1, version: 1001, note: 'Mails were missed' };
    granted(await rollBackDocument(world.ports, visit, back));
    waitAMinute();
    await captures('c1', 'p1');
    expect(world.records.payments.size).toBe(1);
    expect(world.calls).not.toContain('markInvoiceSent');
    await pays('p2', '1002');
    expect(world.calls.filter((call) => call === 'markInvoiceSent')).toHaveLength(1);
  });

  it('starts nothing while it is switched off, and its runs go on', async () => {
    await pays('p1', '1001', 'authorization');
    const off = { ...orderToCash, on: false, version: 1, note: 'Stocktaking' };
    granted(await switchFlow(world.ports, visit, off));
    waitAMinute();
    await pays('p2', '1002');
    expect(await runsOf('p2')).toEqual([]);
    await captures('c1', 'p1');
    // At the latest when it looks again by itself.
    world.advance(6 * 60 * MINUTE_MS);
    await work();
    expect([...world.records.payments.keys()]).toHaveLength(1);
    expect(await runsOf('p1')).toMatchObject([{ flow_version: 1, state: 'done' }]);
  });

  it('is what runs once an administrator has switched a shipped flow on', async () => {
    const name = { kind: 'flow', id: 'payment-declined' } as const;
    const trigger = 'payment.declined';
    expect(await flows.startedBy(INSTALLATION, trigger)).toEqual([]);
    const on = { ...name, on: true, version: 1, note: 'Finance wants to know' };
    granted(await switchFlow(world.ports, visit, on));
    waitAMinute();
    expect(await flows.startedBy(INSTALLATION, trigger)).toMatchObject([
      { id: 'payment-declined', version: 1001 },
    ]);
  });
});

describe('a published mapping', () => {
  const byBankTransfer = () => {
    const mapping = shippedMapping('payment-to-books-payment');
    const mode = [{ path: 'payment_mode' }];
    const rules = mapping.rules.map((rule) =>
      rule.to[0]?.path === 'payment_mode'
        ? { to: mode, from: [], through: [{ use: 'constant', value: 'banktransfer' }] }
        : rule,
    );
    return publish(world, 'mapping', mapping.id, { ...mapping, rules }, 1);
  };
  const modes = () =>
    [...world.records.payments.values()].map(({ fields }) => fields?.payment_mode);

  it('is what the next run posts by', async () => {
    granted(await byBankTransfer());
    await pays('p1', '1001');
    expect(modes()).toEqual(['banktransfer']);
  });

  it('is nothing to a run that has begun before, whoever carries it on', async () => {
    await pays('p1', '1001', 'authorization');
    granted(await byBankTransfer());
    waitAMinute();
    flows = createFlowLibrary(world.ports);
    await captures('c1', 'p1');
    await pays('p2', '1002');
    expect(modes()).toEqual(['creditcard', 'banktransfer']);
  });

  it('stays what its runs post by when another version is published meanwhile', async () => {
    granted(await byBankTransfer());
    await pays('p1', '1001', 'authorization');
    const name = { kind: 'mapping', id: 'payment-to-books-payment' } as const;
    const back = { ...name, to: 1, version: 1001, note: 'It was a card' };
    granted(await rollBackDocument(world.ports, visit, back));
    waitAMinute();
    await captures('c1', 'p1');
    await pays('p2', '1002');
    expect(modes()).toEqual(['banktransfer', 'creditcard']);
  });
});

describe('a run that maps', () => {
  /** The outcome of a run of the flow over a payment record. */
  async function modeOf(version: number): Promise<unknown> {
    const flow = found(await flows.flow(INSTALLATION, mapsPayment.id, version));
    const { mapping: id, mappingVersion } = flow.nodes
      .translate as typeof mapsPayment.nodes.translate & {
      mappingVersion?: number;
    };
    const payment = {
      transactionId: 'p1',
      status: 'captured',
      amount: { minor: 4_000, currency: 'USD' },
      capturedAmount: { minor: 4_000, currency: 'USD' },
      currency: 'USD',
      paymentMethod: 'card',
      submittedAt: START_MS,
    };
    const mapped = granted(
      await flows.map(INSTALLATION, { id, version: mappingVersion }, { payment }),
    );
    return mapped.payment_mode;
  }

  it('keeps the mapping that its flow was published with', async () => {
    granted(await publish(world, 'flow', mapsPayment.id, mapsPayment, 0));
    const mapping = shippedMapping('payment-to-books-payment');
    const rules = mapping.rules.map((rule) =>
      rule.to[0]?.path === 'payment_mode'
        ? { to: rule.to, from: [], through: [{ use: 'constant', value: 'banktransfer' }] }
        : rule,
    );
    granted(await publish(world, 'mapping', mapping.id, { ...mapping, rules }, 1));
    granted(await publish(world, 'flow', mapsPayment.id, mapsPayment, 1001));
    expect([await modeOf(1001), await modeOf(1002)]).toEqual(['creditcard', 'banktransfer']);
  });

  it('finds a shared table as it is now', async () => {
    granted(await publish(world, 'flow', mapsPayment.id, mapsPayment, 0));
    const table = shippedTable('payment-mode');
    const body = { ...table, entries: { ...table.entries, card: 'others' } };
    const id = table.name;
    const { revision: seen } = granted(
      await saveDocumentDraft(world.ports, visit, { kind: 'table', id, body, seen: '' }),
    );
    expect(await modeOf(1001)).toBe('creditcard');
    const request = { kind: 'table', id, seen, version: 1, note: 'x' } as const;
    granted(await publishDocument(world.ports, visit, request));
    waitAMinute();
    expect(await modeOf(1001)).toBe('others');
  });
});
