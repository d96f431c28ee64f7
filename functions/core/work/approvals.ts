// What runs ask people to decide: one row per question, decided once. Flows ask, and money that a policy holds back.
import type { InstallationId } from '../domain/ids.ts';
import type { Store } from '../ports/store.ts';
import type { NewRow, Row } from '../store/schema.ts';
import type { WorkPorts } from './lease.ts';

export type Approval = Row<'Approvals'>;

export interface Question {
  readonly place: string;
  readonly role: string;
  readonly ask: string;
  readonly requestedBy: string;
  readonly expiresAt: number;
  /** Of money that is wanted: what, and why it is held back. Of all: who asks, by name and mail address, when it is known. */
  readonly wanted?: Pick<
    NewRow<'Approvals'>,
    | 'kind'
    | 'payment_key'
    | 'intent_id'
    | 'amount_minor'
    | 'currency'
    | 'why'
    | 'requested_name'
    | 'requested_mail'
  >;
}

export function approvalKey(runKey: string, place: string): string {
  return `${runKey}|${place}`;
}

/** Puts the question once; asking again changes nothing. */
export async function askForApproval(
  ports: WorkPorts,
  run: Pick<Row<'Runs'>, 'run_key' | 'installation'>,
  question: Question,
): Promise<'put' | 'known'> {
  const inserted = await ports.store.insert('Approvals', {
    ...question.wanted,
    approval_key: approvalKey(run.run_key, question.place),
    installation: run.installation,
    run_key: run.run_key,
    place: question.place,
    state: 'open',
    role: question.role,
    ask: question.ask,
    requested_by: question.requestedBy,
    created_at: ports.clock.now(),
    expires_at: question.expiresAt,
  });
  return inserted.kind === 'inserted' ? 'put' : 'known';
}

/** Open questions, the oldest first. */
export function openApprovals(store: Store, installation: InstallationId): Promise<Approval[]> {
  return store.select('Approvals', {
    where: [
      ['installation', '=', installation],
      ['state', '=', 'open'],
    ],
    orderBy: ['created_at', 'asc'],
    limit: 100,
  });
}

export function findApproval(store: Store, key: string): Promise<Approval | undefined> {
  return store.find('Approvals', 'approval_key', key);
}

/** Requests over these payments, open or not, the newest first. */
export function approvalsOfPayments(
  store: Store,
  paymentKeys: readonly string[],
): Promise<Approval[]> {
  return store.select('Approvals', {
    where: [['payment_key', 'in', paymentKeys]],
    orderBy: ['created_at', 'desc'],
    limit: 100,
  });
}

export async function closeApproval(
  ports: WorkPorts,
  approval: Approval,
  decision: string,
  decider: { readonly userId: string; readonly name: string },
  reason: string,
): Promise<void> {
  await ports.store.update('Approvals', approval.ROWID, {
    state: decision,
    decided_by: decider.userId,
    decided_name: decider.name,
    reason,
    decided_at: ports.clock.now(),
  });
}
