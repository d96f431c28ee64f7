// An administrator takes the audit chain along: JSON lines that functions/verify-audit.mjs checks without us.
import type {
  AuditExportHeader,
  AuditExportReply,
  AuditExportRequest,
} from '../../contract/audit.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { auditBy, readAudit, readAuditHead } from '../../work/audit.ts';
import {
  type AuditHead,
  type AuditRow,
  auditNumber,
  hashedColumns,
} from '../../work/audit-chain.ts';
import { noteAnchor, readAnchor } from './anchors.ts';

/** Fits into a function's 30 seconds; a longer chain comes in several exports that carry each other on. */
const ROWS_MAX = 20_000;
/** About a megabyte. */
const PART_ROWS_MAX = 2_000;
/** What the store reads at once. */
const PAGE = 300;

/**
 * The chain as it stands, broken or not: judging it is the verifier's. That it was taken, and up to where, is a row of the chain
 * itself.
 */
export async function exportAudit(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  actor: Actor,
  request: AuditExportRequest,
): Promise<Result<string>> {
  const file = await exportAuditFile(ports, installation, actor, request, ROWS_MAX);
  return file.ok ? ok(file.value.text) : file;
}

/** As {@link exportAudit}, in files that Zoho's proxies pass on; `next` is the `after` of the one that carries it on. */
export async function exportAuditPart(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  actor: Actor,
  request: AuditExportRequest,
): Promise<Result<AuditExportReply>> {
  const file = await exportAuditFile(ports, installation, actor, request, PART_ROWS_MAX);
  return file.ok ? ok({ export: file.value }) : file;
}

async function exportAuditFile(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  actor: Actor,
  { after: afterNumber = 0 }: AuditExportRequest,
  rowsMax: number,
): Promise<Result<AuditExportReply['export']>> {
  if (!mayDo(actor.role, 'configure')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const after = await placeAt(ports.store, installation, afterNumber);
  if (after === undefined) {
    return refused(problem('not-found', 'fix-input', { what: `Row ${afterNumber} of the audit` }));
  }
  const end = await readAuditHead(ports.store, installation);
  const through = Math.min(end.number, afterNumber + rowsMax);
  const rows = await readRows(ports.store, installation, afterNumber, through);
  const last = rows.at(-1);
  const head = last === undefined ? after : { number: auditNumber(last), hash: last.hash };
  const previousExport = await readAnchor(ports.store, installation, 'exported');
  const header: AuditExportHeader = {
    format: 'tallybridge-audit/1',
    installation,
    exportedAt: ports.clock.now(),
    after,
    count: rows.length,
    head,
    more: head.number < end.number,
    ...(previousExport === undefined ? {} : { previousExport }),
  };
  await noteAnchor(ports, installation, 'exported', head);
  await auditBy(ports, actor, {
    installation,
    action: 'audit.exported',
    subject: installation,
    detail: { after: afterNumber, through: head.number, head: head.hash },
  });
  const lines = [header, ...rows.map((row) => ({ ...hashedColumns(row), hash: row.hash }))];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return ok(header.more ? { text, next: head.number } : { text });
}

async function placeAt(
  store: Store,
  installation: InstallationId,
  number: number,
): Promise<AuditHead | undefined> {
  if (number === 0) return { number, hash: '' };
  const [row] = await readAudit(store, installation, { from: number, through: number, limit: 1 });
  return row && { number, hash: row.hash };
}

async function readRows(
  store: Store,
  installation: InstallationId,
  after: number,
  through: number,
): Promise<AuditRow[]> {
  const rows: AuditRow[] = [];
  for (let from = after + 1; ; ) {
    const page = await readAudit(store, installation, { from, through, limit: PAGE });
    rows.push(...page);
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) break;
    from = auditNumber(last) + 1;
  }
  return rows;
}
