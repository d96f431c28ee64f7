// What our API answers to the settings page in its browser tests.
import type { ApprovalsReply } from '../../../functions/core/contract/approvals.ts';
import type { AuditReply, AuditRowView } from '../../../functions/core/contract/audit.ts';
import type { DocumentReply } from '../../../functions/core/contract/documents.ts';
import type { StaffView } from '../../../functions/core/contract/identity.ts';
import {
  type LeavingReply,
  leavingTasks,
  type SecretsReply,
} from '../../../functions/core/contract/lifecycle.ts';
import type { Policy } from '../../../functions/core/contract/policy.ts';
import { NOW } from '../payments.ts';
import { setup } from '../setup-view.ts';
import { dryRun, policyDocument } from './settings-policy.ts';
import type { ApiCall } from './widget-stage.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Of the customer who is erased. */
export const ERASE = 'buyer@example.com';

export const refusal = {
  error: {
    code: 'not-allowed',
    message: 'Your role (agent) does not allow this.',
    next: 'Ask an administrator for the right to do it.',
  },
};

const people: readonly StaffView[] = [
  {
    userId: 'u-1',
    name: 'A. Admin',
    mail: 'admin@example.com',
    role: 'admin',
    roleFrom: 'zoho',
    zohoRole: 'Admin',
    access: 'allowed',
    isYou: true,
    checkedAt: NOW - HOUR_MS,
  },
  {
    userId: 'u-2',
    name: 'B. Agent',
    mail: 'agent@example.com',
    role: 'agent',
    roleFrom: 'admin',
    zohoRole: 'Staff',
    access: 'allowed',
    isYou: false,
    checkedAt: NOW - HOUR_MS,
  },
];

const approvals: ApprovalsReply = {
  now: NOW,
  approvals: [
    {
      key: 'inst|approval-1',
      ask: 'Refund a damaged parcel',
      role: 'approver',
      own: false,
      since: NOW - 3 * HOUR_MS,
      expiresAt: NOW + 60 * HOUR_MS,
      wanted: {
        paymentKey: 'p1',
        amount: { minor: 61_250, currency: 'USD' },
        requestedBy: 'B. Agent',
        why: [
          {
            code: 'policy-amount',
            message: 'It is above USD 500.00, the limit for one movement.',
            next: '',
          },
        ],
      },
    },
    {
      key: 'inst|approval-2',
      ask: 'May the order be shipped before it is paid?',
      role: 'admin',
      own: true,
      since: NOW - HOUR_MS,
      expiresAt: NOW + 20 * HOUR_MS,
    },
  ],
};

const row = (number: number, action: string, detail: AuditRowView['detail']): AuditRowView => ({
  number,
  at: NOW - (300 - number) * HOUR_MS,
  actor: { id: 'u-1', name: 'A. Admin' },
  action,
  subject: 'shop-webhook',
  detail,
  hash: 'ab'.repeat(32),
});
const newest: AuditReply = {
  now: NOW,
  head: { number: 255, hash: '9f'.repeat(32) },
  checked: { number: 240, hash: 'ab'.repeat(32), at: NOW - 8 * HOUR_MS },
  rows: [row(255, 'secret.rotated', { overlapHours: 24 })],
  next: 255,
};
const older: AuditReply = {
  now: NOW,
  head: newest.head,
  rows: [row(254, 'connection.organizations', { name: { before: 'Acme', after: 'Acme Trading' } })],
};

const secrets: SecretsReply = {
  now: NOW,
  masterKeyId: 'mk-7f3a',
  sealed: 3,
  left: 0,
  secrets: [
    {
      kind: 'gateway-key',
      of: 'acme_usd',
      keyId: '08c94330-f618-42a3-b09d-e1e43be5efda',
      since: NOW - 40 * DAY_MS,
    },
    {
      kind: 'gateway-webhook',
      of: 'acme_usd',
      keyId: 'hook-2',
      since: NOW - 5 * HOUR_MS,
      formerUntil: NOW + 19 * HOUR_MS,
      endsAt: NOW + 300 * DAY_MS,
    },
    { kind: 'zoho-sign-in', since: NOW - 40 * DAY_MS },
    { kind: 'shop-webhook' },
    { kind: 'channel', of: 'program', since: NOW - 2 * DAY_MS },
  ],
};

const staying: LeavingReply = {
  state: 'staying',
  done: [],
  byHand: [],
  company: 'Acme Trading',
  periods: [
    { what: 'Inbox', days: 90 },
    { what: 'Runs', days: 550 },
    { what: 'Catalogs', days: 180 },
  ],
};
const leaving = {
  state: 'leaving',
  eraseAt: NOW + 30 * DAY_MS,
  done: leavingTasks.slice(0, 2),
  byHand: [],
} as const;
const left: LeavingReply = {
  ...staying,
  ...leaving,
  done: leavingTasks.filter((one) => one !== 'shop-webhooks'),
  byHand: [
    {
      task: 'shop-webhooks',
      problem: { code: 'shop-unavailable', message: 'The shop did not answer.', next: '' },
    },
  ],
};
const moneyOpen = {
  error: {
    code: 'leaving-money-open',
    message: 'The outcome of 1 movements is not known yet.',
    next: 'Wait until it is.',
  },
};

const PATH = '/documents/policy/movements';

/** A company as an administrator finds it; it remembers a draft and that it leaves. @param fixed answers that stand instead. */
export function answersOf(
  fixed: Readonly<Record<string, unknown>> = {},
): (call: ApiCall) => unknown {
  let draft: DocumentReply['draft'];
  let version = 1001;
  let isLeaving = false;
  let exported = 0;
  const answers: Readonly<Record<string, (call: ApiCall) => unknown>> = {
    '/setup': () => setup,
    '/setup/merchants/remove': () => setup,
    [PATH]: () => {
      const whole = policyDocument();
      const standing = whole.standing && { ...whole.standing, version };
      return { ...whole, ...(standing && { standing }), ...(draft && { draft }) };
    },
    [`${PATH}/draft`]({ body }) {
      draft = {
        revision: 'd1',
        author: 'A. Admin',
        note: '',
        at: NOW,
        faults: [],
        outline: [],
        changes: ['Changed: Refunds by agents: more than USD 500.00 Now: more than USD 200.00'],
        body: body.body as object,
      };
      const { revision, faults, outline, changes } = draft;
      return { revision, faults, outline, changes };
    },
    [`${PATH}/compare`]() {
      const after = policyDocument().standing?.body as Policy;
      const rules = after.rules.filter(({ kind }) => kind !== 'age');
      return { changes: ['Added: a rule'], before: { ...after, rules }, after };
    },
    [`${PATH}/publish`]() {
      draft = undefined;
      version += 1;
      return { version, changes: [], remarks: [] };
    },
    [`${PATH}/roll-back`]() {
      version += 1;
      return { version, changes: [], remarks: [] };
    },
    '/policies/dry-run': () => dryRun,
    '/staff': ({ body }) =>
      body.userId === undefined
        ? { people }
        : { ...people[1], ...(body.access ? { access: 'ended' } : {}) },
    '/approvals': () => approvals,
    '/approvals/decide': ({ body }) => ({ now: NOW, ...body }),
    '/audit': ({ query = '' }) => (query.includes('before') ? older : newest),
    '/audit/export': ({ query = '' }) => ({
      export: query.includes('after') ? { text: '{}\n' } : { text: '{}\n{}\n', next: 2_000 },
    }),
    '/secrets': () => secrets,
    '/secrets/rotate': () => ({ usableFrom: NOW + 60_000, formerUntil: NOW }),
    '/installation/leaving': () => (isLeaving ? left : staying),
    '/installation/uninstall'({ body }) {
      isLeaving = body.despiteOpen === true;
      return isLeaving ? leaving : moneyOpen;
    },
    '/installation/stay'() {
      isLeaving = false;
      return { state: 'staying', done: [], byHand: [] };
    },
    '/installation/export'() {
      exported += 1;
      return { page: exported === 1 ? { lines: '{}\n{}\n', next: 'Runs|x' } : { lines: '{}\n' } };
    },
    '/people/find': ({ body }) =>
      body.after === undefined
        ? { payments: 2, isMore: false, rows: 3, next: 'Tasks' }
        : { payments: 2, isMore: false, rows: 4 },
    '/people/erase': () => ({ payments: 2, rows: 7 }),
  };
  return (call) => fixed[call.path] ?? answers[call.path]?.(call);
}
