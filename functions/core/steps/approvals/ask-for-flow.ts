// A flow asks people to decide: the question is put once, and who may decide learns of it by mail and on the record it is about.
import type { InstallationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { type StaffWords, staffWords } from '../../texts/staff-words.ts';
import { approvalKey, askForApproval, type Question } from '../../work/approvals.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { inputOf, type Subject } from '../run-subject.ts';
import { mailsOfRoles, personOf } from './known-mail.ts';
import { type NotedRecord, noteOnRecord } from './note-on-record.ts';
import { deciders } from './tell-about-request.ts';

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
  const words = await staffWords(company.language);
  const text = questionText(asking, company, words, person?.name);
  const effect = approvalKey(run.run_key, asking.place);
  const note = { title: 'Tallybridge', text };
  const noted = await noteOnRecord(company, placeOf(subject), effect, note, put === 'known');
  const mail = { subject: words.notices.question.subject, text };
  const mailed = await mailDeciders(ports, company, asking.role, mail, person?.mail);
  return [noted, ...mailed].find((one) => !one.ok) ?? ok(undefined);
}

function questionText(
  { ask, role, expiresAt }: Asking,
  { timeZone }: Company,
  { notices, moment }: StaffWords,
  name?: string,
): string {
  const { asked, aFlow } = notices.question;
  return [
    asked(name || aFlow, ask),
    notices.request.decides[role](moment(expiresAt, timeZone)),
  ].join('\n');
}

async function mailDeciders(
  { store }: { readonly store: Store },
  company: Company,
  role: Asking['role'],
  mail: { readonly subject: string; readonly text: string },
  requester: string | undefined,
): Promise<readonly Result<void>[]> {
  const mails = await mailsOfRoles(store, company.installation, deciders[role]);
  const to = new Set(mails.filter((one) => one.toLowerCase() !== requester?.toLowerCase()));
  return Promise.all([...to].map((one) => company.notices.sendMail(one, mail)));
}

/** The ticket that set the run off, or the payer's contact; a run may be about neither. */
function placeOf({ payment, given }: Subject): NotedRecord | undefined {
  const ticket = given?.ticket;
  if (typeof ticket === 'object' && ticket !== null && 'id' in ticket) {
    return { kind: 'ticket', id: `${ticket.id}` };
  }
  const { crm_contact_id: contactId, books_invoice_id: invoiceId } = payment ?? {};
  if (contactId) return { kind: 'contact', id: contactId };
  return invoiceId ? { kind: 'invoice', id: invoiceId } : undefined;
}
