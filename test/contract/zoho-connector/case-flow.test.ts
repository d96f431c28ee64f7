// A case from ticket to its end against the Desk and CRM stand-ins, every answer to a write being lost once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definedActions } from '../../../functions/core/steps/actions/flow-actions.ts';
import { startRun } from '../../../functions/core/work/runs.ts';
import { INSTALLATION, MERCHANT } from '../../core/steps/fake-transactions.ts';
import { createWorld } from '../../core/steps/world.ts';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';

const PAYMENT = `${INSTALLATION}|${MERCHANT}|p1`;
const held = {
  id: 'p1',
  kind: 'sale',
  amountMinor: 4_000,
  reference: '1001',
  status: 'AUTHORIZED_PENDING_REVIEW',
} as const;

let zoho: ConnectedCompany;

beforeAll(async () => {
  zoho = await connectCompany({ budgets: false });
});
afterAll(() => zoho.zoho.close());

function loseNextAnswerTo(method: string, path: string): void {
  zoho.zoho.desk.faults.arm({ mode: 'cut-after', method, path });
}

describe('a case', () => {
  it('has one ticket with one comment, closed, though all answers got lost', async () => {
    const world = createWorld();
    Object.assign(world.company, { tickets: zoho.tickets });
    const setOff = async (flow: string) => {
      const lane = `${INSTALLATION}|payment|${PAYMENT}`;
      const input = { paymentKey: PAYMENT };
      const run = { installation: INSTALLATION, flow, flowVersion: 1, subject: 'p1', lane, input };
      await startRun(world.ports, run);
      await world.heal();
    };
    world.places('1001', 4_000);
    await world.happens(held);
    await world.work();
    loseNextAnswerTo('POST', '/api/v1/tickets');
    await setOff('case-opened');
    await world.happens({ ...held, status: 'AUTHORIZED' }, false);
    await world.announce('p1', 'risk.casemanagement.decision.accept');
    await world.work();
    loseNextAnswerTo('POST', '/comments');
    loseNextAnswerTo('PATCH', '/api/v1/tickets');
    await setOff('case-decided');
    const { desk } = zoho.zoho.seed;
    expect(desk.tickets.list()).toMatchObject([
      { status: 'Closed', cf: { cf_tallybridge_case: 'case-p1' }, details: { priority: 'Low' } },
    ]);
    expect(desk.comments.list()).toMatchObject([
      { content: expect.stringContaining('The payment was accepted'), isPublic: false },
    ]);
    const open = await world.ports.store.select('Runs', { where: [['state', '!=', 'done']] });
    expect(open).toEqual([]);
    expect(zoho.zoho.desk.faults.armed).toEqual([]);
  });
});

describe('the actions', () => {
  it('have each a name of their own, and say how to undo what they write', () => {
    const names = definedActions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const silent = definedActions.filter(
      ({ name, inverse }) =>
        inverse === undefined && !/^(read|find|choose|set-(invoice-)?order)/.test(name),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
