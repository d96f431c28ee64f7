// A dry run: what a policy would have said of the last month, without anything being written.
import { beforeEach, expect, it } from 'vitest';
import { shippedPolicy } from '../../../../functions/core/domain/shipped-policy.ts';
import { dryRunPolicy } from '../../../../functions/core/steps/policy/dry-run-policy.ts';
import { refundPayment } from '../../../../functions/core/steps/refund-payment.ts';
import { saveDraft } from '../../../../functions/core/work/documents.ts';
import { admin, agent, openRequestWorld, type RequestWorld } from '../approvals/request-world.ts';
import { INSTALLATION } from '../fake-transactions.ts';

let at: RequestWorld;

beforeEach(async () => {
  at = await openRequestWorld();
  const { ports, company } = at.world;
  await refundPayment(ports, company, agent, at.wanted(2_000));
  at.world.advance(60_000);
  await refundPayment(ports, company, agent, at.wanted(3_000));
  await refundPayment(ports, company, admin, at.wanted(9_000));
  await at.world.happens({ id: 'bc1', rootId: 'p1', kind: 'refund', amountMinor: 700 });
  await at.world.work();
});

const run = (request: Parameters<typeof dryRunPolicy>[3] = {}, actor = admin) =>
  dryRunPolicy(at.world.ports, at.world.company, actor, request);

const strict = {
  ...shippedPolicy,
  rules: [
    {
      kind: 'per-day',
      on: ['refund'],
      roles: ['agent'],
      upToMinor: { USD: 4_000 },
      beyond: 'approver',
    },
  ],
};

it('says what the policy that holds says', async () => {
  expect(await run()).toMatchObject({
    value: {
      tried: 'published',
      counts: { allowed: 3, needsApproval: 0, forbidden: 0, elsewhere: 1 },
      isPartial: false,
    },
  });
});

it('tries the draft, in words and with the numbers, and lets nothing pass that a day does not hold', async () => {
  const name = { installation: INSTALLATION, kind: 'policy', id: 'movements' } as const;
  const author = { userId: 'a', name: 'A' };
  await saveDraft(at.world.ports, name, { title: '', body: strict, author, note: '' }, '');
  const ran = await run();
  expect(ran).toMatchObject({
    value: { tried: 'draft', counts: { allowed: 2, needsApproval: 1, forbidden: 0 } },
  });
  expect(ran.ok && ran.value.movements[0]).toMatchObject({
    amount: { minor: 3_000, currency: 'USD' },
    actorName: 'Agent',
    outcome: 'needs-approval',
    verdict: {
      code: 'approval-needed',
      message:
        'This needs approval by an approver. It is above USD 40.00 a day: USD 20.00 of it is left today.',
    },
  });
});

it('tries what is given along, looks no further back than it is told, and refuses what is no policy', async () => {
  expect(await run({ policy: strict })).toMatchObject({ value: { tried: 'given' } });
  at.world.advance(2 * 24 * 3_600_000);
  expect(await run({ days: 1 })).toMatchObject({ value: { movements: [] } });
  expect(await run({ policy: { rules: 7 } })).toMatchObject({
    problem: { code: 'invalid-request' },
  });
});

it('is for administrators', async () => {
  expect(await run({}, agent)).toMatchObject({ problem: { code: 'not-allowed' } });
});
