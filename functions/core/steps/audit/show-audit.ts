// An administrator reads the audit chain: newest first, by time, by what it is about, by who did it.
import type { AuditReply, AuditRequest, AuditRowView } from '../../contract/audit.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Condition, Store } from '../../ports/store.ts';
import { keyRange, readAuditHead } from '../../work/audit.ts';
import { type AuditRow, auditNumber } from '../../work/audit-chain.ts';
import { readAnchor } from './anchors.ts';

const PAGE = 100;

export async function showAudit(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  actor: Actor,
  request: AuditRequest,
): Promise<Result<AuditReply>> {
  if (!mayDo(actor.role, 'configure')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const [head, checked, rows] = await Promise.all([
    readAuditHead(store, installation),
    readAnchor(store, installation, 'checked'),
    store.select('Audit', {
      where: conditionsOf(installation, request),
      orderBy: ['audit_key', 'desc'],
      limit: PAGE,
    }),
  ]);
  const last = rows.at(-1);
  return ok({
    now: clock.now(),
    head,
    rows: rows.map(viewRow),
    ...(checked === undefined ? {} : { checked }),
    ...(rows.length < PAGE || last === undefined ? {} : { next: auditNumber(last) }),
  });
}

function conditionsOf(installation: InstallationId, request: AuditRequest) {
  const { from, to, subject, action, actor, before } = request;
  const conditions: Condition<'Audit'>[] = [
    ...keyRange(installation, 1, before === undefined ? undefined : Math.max(0, before - 1)),
  ];
  if (from !== undefined) conditions.push(['at', '>=', from]);
  if (to !== undefined) conditions.push(['at', '<', to]);
  if (subject !== undefined) conditions.push(['subject', '=', subject]);
  if (action !== undefined) conditions.push(['action', '=', action]);
  if (actor !== undefined) conditions.push(['actor_id', '=', actor]);
  return conditions;
}

function viewRow(row: AuditRow): AuditRowView {
  return {
    number: auditNumber(row),
    at: row.at,
    actor: { id: row.actor_id ?? '', name: row.actor_name ?? '' },
    action: row.action,
    subject: row.subject ?? '',
    detail: JSON.parse(row.detail ?? '{}') as AuditRowView['detail'],
    hash: row.hash,
  };
}
