// Tells people of a request: by mail, and on the ticket or record where it was asked for.
import { money, toDecimal } from '../../domain/money.ts';
import type { Problem } from '../../domain/problem.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { MarkedWrite } from '../../ports/notices.ts';
import type { Store } from '../../ports/store.ts';
import { hashed } from '../../work/links.ts';
import { whyWords } from '../policy/verdict-problem.ts';
import { mailsOfRoles } from './known-mail.ts';
import { isOfCharge, type RequestInput } from './request-input.ts';

/** How a request came to its end. */
export interface RequestEnd {
  readonly decision: string;
  /** Who has decided. */
  readonly name: string;
  readonly reason: string;
  /** Of an approved one: why it was not sent all the same. */
  readonly problem?: Problem;
}

/** Whose role lets them decide, by the one that is asked. */
export const deciders = { approver: ['approver', 'admin'], admin: ['admin'] } as const;
export const approverWords = { approver: 'An approver', admin: 'An administrator' } as const;

/** Those who may decide learn that they are asked. Answers the first problem; who could be told was told. */
export async function tellAsked(
  { store }: { readonly store: Store },
  company: Company,
  runKey: string,
  input: RequestInput,
  retried: boolean,
): Promise<Result<void>> {
  const { actor, by, why, expiresAt } = input;
  const until = new Intl.DateTimeFormat('en', {
    timeZone: company.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(expiresAt);
  const text = [
    `${actor.name} asks for ${whatOf(input)}. Reason: “${input.request.reason}”.`,
    whyWords(why as readonly Problem[]),
    `${approverWords[by]} decides in Tallybridge’s panel, until ${until}.`,
  ].join('\n');
  const mails = await mailsOfRoles(store, company.installation, deciders[by]);
  const to = mails.filter((mail) => mail.toLowerCase() !== input.mail?.toLowerCase());
  return tell(company, `${runKey}|asked`, input, text, [...to, ...input.tell], retried);
}

/** Who has asked learns how it ended. */
export function tellEnd(
  company: Company,
  runKey: string,
  input: RequestInput,
  end: RequestEnd,
  retried: boolean,
): Promise<Result<void>> {
  const { mail } = input;
  const to = mail === undefined ? [] : [mail];
  return tell(company, `${runKey}|end`, input, endText(input, end), to, retried);
}

function endText(input: RequestInput, { decision, name, reason, problem }: RequestEnd): string {
  const what = `${whatOf(input)} that ${input.actor.name} asked for`;
  switch (decision) {
    case 'approved':
      return problem === undefined
        ? `${name} has approved ${what}: “${reason}”. It is on its way.`
        : `${name} has approved ${what}: “${reason}”. It was not sent: ${whyWords([problem])}`;
    case 'rejected':
      return `${name} has rejected ${what}: “${reason}”.`;
    case 'withdrawn':
      return `${input.actor.name} has withdrawn the request for ${whatOf(input)}.`;
    default:
      return `Nobody has decided in time about ${what}. Nothing moved.`;
  }
}

function whatOf({ request }: RequestInput): string {
  const { amountMinor, currency } = request;
  const amount = `${currency} ${toDecimal(money(amountMinor, currency))}`;
  return isOfCharge(request) ? `a charge of ${amount} to a saved card` : `a refund of ${amount}`;
}

async function tell(
  company: Company,
  effect: string,
  { askedAt, request }: RequestInput,
  text: string,
  mailTo: readonly string[],
  retried: boolean,
): Promise<Result<void>> {
  const mark = `[Tallybridge ${hashed(effect).slice(0, 12)}]`;
  const title = isOfCharge(request) ? 'Charge' : 'Refund';
  const note = { title, text: `${text}\n${mark}` };
  const written = await writeThere(company, { mark, retried }, askedAt, note);
  const subject = text.slice(0, text.indexOf('.') + 1) || 'A request needs approval';
  const mailed = await Promise.all(
    [...new Set(mailTo)].map((to) => company.notices.sendMail(to, { subject, text })),
  );
  return [written, ...mailed].find((one) => !one.ok) ?? ok(undefined);
}

/** Where Zoho has a place for it: the comments of a ticket or an invoice, a note in the CRM. */
async function writeThere(
  company: Company,
  write: MarkedWrite,
  askedAt: RequestInput['askedAt'],
  note: { readonly title: string; readonly text: string },
): Promise<Result<void>> {
  if (askedAt === undefined) return ok(undefined);
  const { kind, id } = askedAt.record;
  if (kind === 'ticket') {
    const added = await company.tickets.addComment(write, id, note.text);
    return added.ok ? ok(undefined) : added;
  }
  if (kind === 'invoice') {
    const added = await company.ledger.addInvoiceComment(write, id, note.text);
    return added.ok ? ok(undefined) : added;
  }
  if (kind === 'contact' && askedAt.host !== 'crm') return ok(undefined);
  const added = await company.customers.addNote(write, { kind, id }, note);
  return added.ok ? ok(undefined) : added;
}
