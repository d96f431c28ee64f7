// Each night the timer follows the audit chain from its first row, a bite a minute, and tells an administrator where it is broken.
import type { InstallationId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Companies } from '../../ports/company.ts';
import type { Clock, Log } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { staffWords } from '../../texts/staff-words.ts';
import { clearAlarm, raiseAlarm } from '../../work/alarms.ts';
import { readAudit, readAuditHead } from '../../work/audit.ts';
import {
  type AuditHead,
  auditNumber,
  type ChainFault,
  followChain,
} from '../../work/audit-chain.ts';
import { type Cursor, moveCursor, readCursors } from '../../work/cursors.ts';
import { noteAnchor, readAnchor } from './anchors.ts';
import { AUDIT_CHECK } from './audit-check-due.ts';

interface CheckPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly companies: Companies;
}

/** What the store reads at once, and how often in one minute. */
const PAGE = 300;
const PAGES = 5;
/** Whoever wants the anchor mailed gives a mail channel this name. */
const ANCHOR_CHANNEL = 'audit';

/**
 * Follows the chain for some pages. The cursor is the number of the last row that was followed, 0 when a night's check is over. A chain
 * that was rewritten as a whole hangs together; it is told by the place that the last check noted.
 */
export async function checkAudit(ports: CheckPorts, installation: InstallationId): Promise<void> {
  const cursor = (await readCursors(ports.store, installation, [AUDIT_CHECK])).get(AUDIT_CHECK);
  const noted = await readAnchor(ports.store, installation, 'checked');
  let head: AuditHead = { number: 0, hash: '' };
  let from = cursor?.position ?? 0;
  for (let page = 0; page < PAGES; page += 1) {
    const rows = await readAudit(ports.store, installation, {
      from: Math.max(1, from),
      limit: PAGE,
    });
    // The row up to which we had come is read again for its hash; it was judged then.
    const [first] = rows;
    if (from > 0 && first !== undefined && auditNumber(first) === from) {
      head = { number: from, hash: first.hash };
      rows.shift();
    } else if (from > 0) return tellBroken(ports, installation, cursor, missing(from));
    const followed = followChain(rows, head);
    const faultOrNoted = followed.fault ?? rewritten(rows, noted);
    if (faultOrNoted !== undefined) return tellBroken(ports, installation, cursor, faultOrNoted);
    head = followed.head;
    from = head.number;
    if (rows.length < PAGE - 1) return finish(ports, installation, cursor, head, noted);
  }
  await moveCursor(ports, installation, AUDIT_CHECK, cursor, from);
}

function missing(number: number): ChainFault {
  return { number, kind: 'missing' };
}

/** The row that was the last one at the last check is another one now. */
function rewritten(
  rows: Awaited<ReturnType<typeof readAudit>>,
  noted: AuditHead | undefined,
): ChainFault | undefined {
  const row = rows.find((one) => auditNumber(one) === noted?.number);
  return row === undefined || row.hash === noted?.hash
    ? undefined
    : { number: auditNumber(row), kind: 'changed' };
}

async function finish(
  ports: CheckPorts,
  installation: InstallationId,
  cursor: Cursor | undefined,
  head: AuditHead,
  noted: AuditHead | undefined,
): Promise<void> {
  if (noted !== undefined && noted.number > head.number) {
    return tellBroken(ports, installation, cursor, missing(head.number + 1));
  }
  await clearAlarm(ports, installation, 'audit-broken', installation);
  if (head.number > 0) await anchor(ports, installation, head);
  await moveCursor(ports, installation, AUDIT_CHECK, cursor, 0);
}

/** Out of reach of whoever can write to the store: the platform's log, and a mailbox when a channel is set up. */
async function anchor(
  ports: CheckPorts,
  installation: InstallationId,
  head: AuditHead,
): Promise<void> {
  await noteAnchor(ports, installation, 'checked', head);
  ports.log.info('audit.anchor', { installation, count: head.number, code: head.hash });
  const company = await ports.companies.open(installation);
  if (!company.ok) return;
  const { anchor: words } = (await staffWords(company.value.language)).notices;
  const command = `node verify-audit.mjs export.jsonl ${head.number}:${head.hash}`;
  // No such channel, or no answer: the log has it all the same.
  await company.value.notices.sendMail(ANCHOR_CHANNEL, {
    subject: words.subject(company.value.name),
    text: `${words.text(String(head.number), head.hash)}\n\n${words.keep(command)}`,
  });
}

async function tellBroken(
  ports: CheckPorts,
  installation: InstallationId,
  cursor: Cursor | undefined,
  fault: ChainFault,
): Promise<void> {
  const { number } = await readAuditHead(ports.store, installation);
  ports.log.error('the audit chain is broken', {
    installation,
    count: fault.number,
    code: fault.kind,
  });
  await raiseAlarm(ports, installation, 'audit-broken', installation, brokenProblem(fault, number));
  await moveCursor(ports, installation, AUDIT_CHECK, cursor, 0);
}

const kindWords: Readonly<Record<ChainFault['kind'], string>> = {
  changed: 'was changed',
  missing: 'is missing',
  'not-linked': 'does not follow from the row before it',
};

function brokenProblem({ number, kind }: ChainFault, last: number): Problem {
  return problem('audit-broken', 'none', {
    row: String(number),
    last: String(last),
    what: kindWords[kind],
  });
}
