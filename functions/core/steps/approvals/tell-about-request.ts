// Tells people of a request in the company's language: by mail, and on the ticket or record where it was asked for.
import { money } from '../../domain/money.ts';
import type { Problem } from '../../domain/problem.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { Store } from '../../ports/store.ts';
import { type StaffWords, staffWords } from '../../texts/staff-words.ts';
import { mailsOfRoles } from './known-mail.ts';
import { type NotedRecord, noteOnRecord } from './note-on-record.ts';
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

/** Those who may decide learn that they are asked. Answers the first problem; who could be told was told. */
export async function tellAsked(
  { store }: { readonly store: Store },
  company: Company,
  runKey: string,
  input: RequestInput,
  retried: boolean,
): Promise<Result<void>> {
  const { actor, by, why, expiresAt } = input;
  const words = await staffWords(company.language);
  const { asked, reason, decides } = words.notices.request;
  const subject = asked(actor.name, whatOf(input, words));
  const text = [
    `${subject} ${reason(input.request.reason)}`,
    whyWords(why as readonly Problem[], words),
    decides[by](words.moment(expiresAt, company.timeZone)),
  ].join('\n');
  const mails = await mailsOfRoles(store, company.installation, deciders[by]);
  const to = mails.filter((mail) => mail.toLowerCase() !== input.mail?.toLowerCase());
  const told = { subject, text, effect: `${runKey}|asked`, to: [...to, ...input.tell] };
  return tell(company, words, input, told, retried);
}

/** Who has asked learns how it ended. */
export async function tellEnd(
  company: Company,
  runKey: string,
  input: RequestInput,
  end: RequestEnd,
  retried: boolean,
): Promise<Result<void>> {
  const { mail } = input;
  const words = await staffWords(company.language);
  const [subject, ...more] = endWords(input, end, words);
  const told = {
    subject,
    text: [subject, ...more].join(' '),
    effect: `${runKey}|end`,
    to: mail === undefined ? [] : [mail],
  };
  return tell(company, words, input, told, retried);
}

/** Sentences; the first says what has happened. */
function endWords(
  input: RequestInput,
  { decision, name, reason, problem }: RequestEnd,
  words: StaffWords,
): readonly [string, ...string[]] {
  const { request } = words.notices;
  const what = whatOf(input, words);
  const asker = input.actor.name;
  switch (decision) {
    case 'approved':
      return [
        request.approved(name, what, asker),
        request.reason(reason),
        problem === undefined ? request.onItsWay : request.notSent(whyWords([problem], words)),
      ];
    case 'rejected':
      return [request.rejected(name, what, asker), request.reason(reason)];
    case 'withdrawn':
      return [request.withdrawn(asker, what)];
    default:
      return [request.expired(what, asker), request.nothingMoved];
  }
}

function whatOf(
  { request: { amountMinor, currency, ...request } }: RequestInput,
  words: StaffWords,
) {
  const amount = words.money(money(amountMinor, currency));
  const { charge, refund } = words.notices.request;
  return 'chargeKey' in request ? charge(amount) : refund(amount);
}

/** The sentences of all rules that an amount is beyond, as one text. */
function whyWords(why: readonly Problem[], words: StaffWords): string {
  return why.map((found) => words.problem(found).sentence).join(' ');
}

interface Told {
  readonly subject: string;
  readonly text: string;
  readonly effect: string;
  /** Names of channels and addresses. */
  readonly to: readonly string[];
}

async function tell(
  company: Company,
  words: StaffWords,
  { askedAt, request }: RequestInput,
  { subject, text, effect, to }: Told,
  retried: boolean,
): Promise<Result<void>> {
  const { charge, refund } = words.notices.request.title;
  const note = { title: isOfCharge(request) ? charge : refund, text };
  const noted = await noteOnRecord(company, placeOf(askedAt), effect, note, retried);
  const mailed = await Promise.all(
    [...new Set(to)].map((one) => company.notices.sendMail(one, { subject, text })),
  );
  return [noted, ...mailed].find((one) => !one.ok) ?? ok(undefined);
}

/** A contact is one of the CRM only there: in Books it is a customer, which takes no notes. */
function placeOf(askedAt: RequestInput['askedAt']): NotedRecord | undefined {
  return askedAt?.record.kind === 'contact' && askedAt.host !== 'crm' ? undefined : askedAt?.record;
}
