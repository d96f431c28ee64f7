// A flow asks people to decide: the question is put once, and who may decide learns of it by mail and on the record it is about.
import type { InstallationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { approvalKey, askForApproval, type Question } from '../../work/approvals.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { hashed } from '../../work/links.ts';
import { inputOf, type Subject } from '../run-subject.ts';
import { mailsOfRoles, personOf } from './known-mail.ts';
import { approverWords, deciders } from './tell-about-request.ts';

type Asking = Pick<Question, 'place' | 'ask' | 'expiresAt'> & {
  readonly role: keyof typeof deciders;
};

/** What the run is about, and for whom it runs. */
export interface AskedAbout {
  readonly company: Company;
  readonly subject: Subject;
}

/**
 * Puts the question of a run, with the person at whose wish it runs: by user and by mail address, as neither may decide.
 * Asking again changes nothing, but tells again whom it has not been told.
 * @returns the first problem in telling; the question stands all the same.
 */
export async function askForFlow(
  ports: WorkPorts,
  run: Row<'Runs'>,
  { company, subject }: AskedAbout,
  asking: Asking,
): Promise<Result<void>> {
  const installation = run.installation as InstallationId;
  const { requestedBy = '' } = inputOf(run);
  const person =
    requestedBy === '' ? undefined : await personOf(ports.store, installation, requestedBy);
  const put = await askForApproval(ports, run, {
    ...asking,
    requestedBy,
    wanted: {
      ...(person?.name ? { requested_name: person.name } : {}),
      ...(person?.mail ? { requested_mail: person.mail } : {}),
    },
  });
  const text = words(asking, company, person?.name);
  const write = {
    mark: `[Tallybridge ${hashed(approvalKey(run.run_key, asking.place)).slice(0, 12)}]`,
    retried: put === 'known',
  };
  const noted = await noteOnRecord(company, subject, write, `${text}\n${write.mark}`);
  const mailed = await mailDeciders(ports, company, asking.role, text, person?.mail);
  return [noted, ...mailed].find((one) => !one.ok) ?? ok(undefined);
}

function words({ ask, role, expiresAt }: Asking, { timeZone }: Company, name?: string): string {
  const until = new Intl.DateTimeFormat('en', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return [
    `${name || 'A flow'} asks: ${ask}`,
    `${approverWords[role]} decides in Tallybridge’s panel, until ${until.format(expiresAt)}.`,
  ].join('\n');
}

async function mailDeciders(
  { store }: { readonly store: Store },
  company: Company,
  role: Asking['role'],
  text: string,
  requester: string | undefined,
): Promise<readonly Result<void>[]> {
  const mails = await mailsOfRoles(store, company.installation, deciders[role]);
  const to = new Set(mails.filter((mail) => mail.toLowerCase() !== requester?.toLowerCase()));
  const mail = { subject: 'A decision is asked of you', text };
  return Promise.all([...to].map((one) => company.notices.sendMail(one, mail)));
}

/** The ticket that set the run off, or the payer's contact; a run may be about neither. */
async function noteOnRecord(
  company: Company,
  { payment, given }: Subject,
  write: { readonly mark: string; readonly retried: boolean },
  text: string,
): Promise<Result<void>> {
  const ticket = given?.ticket;
  const ticketId =
    typeof ticket === 'object' && ticket !== null && 'id' in ticket ? `${ticket.id}` : undefined;
  const { crm_contact_id: contactId, books_invoice_id: invoiceId } = payment ?? {};
  const added = ticketId
    ? await company.tickets.addComment(write, ticketId, text)
    : contactId
      ? await company.customers.addNote(
          write,
          { kind: 'contact', id: contactId },
          { title: 'Tallybridge', text },
        )
      : invoiceId
        ? await company.ledger.addInvoiceComment(write, invoiceId, text)
        : undefined;
  return added === undefined || added.ok ? ok(undefined) : added;
}
