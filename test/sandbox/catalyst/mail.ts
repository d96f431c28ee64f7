// Mail: takes the multipart form of /email/send and puts it in a visible outbox.
import type { SandboxClock } from '../clock.ts';
import type { Collection } from '../document-store.ts';
import { invalidInput } from './envelope.ts';
import type { Project } from './project.ts';

/** Recipients and attachments of one mail (docs "Send emails"). */
const limits = { to_email: 10, cc: 10, bcc: 5, reply_to: 5 } as const;
const ATTACHMENTS = 5;
const TOTAL_BYTES = 15 * 1024 * 1024;
const ADDRESS = /^[^\s@,]+@[^\s@,]+$/;

export interface Mail {
  readonly id: string;
  /** Epoch ms. */
  readonly sentAt: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly content: string;
  readonly html: boolean;
  readonly displayName: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[];
}

export class Outbox {
  readonly #mails: Collection<Mail>;
  readonly #clock: SandboxClock;
  readonly #project: Project;

  constructor(mails: Collection<Mail>, clock: SandboxClock, project: Project) {
    this.#mails = mails;
    this.#clock = clock;
    this.#project = project;
  }

  /** Oldest first. */
  list(): Mail[] {
    return this.#mails.list();
  }

  /** @throws CatalystError 400 when an address, the subject or the content is missing, or there is too much. */
  send(form: FormData) {
    const mail = this.#read(form);
    if (!ADDRESS.test(mail.from)) throw invalidInput('from_email must be an email address');
    if (mail.to.length === 0) throw invalidInput('to_email is missing');
    if (mail.subject === '') throw invalidInput('subject is missing');
    if (mail.content === '') throw invalidInput('content is missing');
    const bytes = mail.attachments.reduce((sum, each) => sum + each.bytes, mail.content.length);
    if (mail.attachments.length > ATTACHMENTS || bytes > TOTAL_BYTES) {
      throw invalidInput(`At most ${ATTACHMENTS} attachments and 15 MB can be sent`);
    }
    this.#mails.put(mail.id, mail);
    return {
      isAsync: false,
      project_details: this.#project.details,
      from_email: mail.from,
      to_email: mail.to,
      html_mode: mail.html,
      subject: mail.subject,
      content: mail.content,
      cc: mail.cc,
      bcc: mail.bcc,
      reply_to: mail.replyTo,
      display_name: mail.displayName,
    };
  }

  #read(form: FormData): Mail {
    return {
      id: String(this.#project.nextId()),
      sentAt: this.#clock.now(),
      from: field(form, 'from_email'),
      to: addresses(form, 'to_email'),
      cc: addresses(form, 'cc'),
      bcc: addresses(form, 'bcc'),
      replyTo: addresses(form, 'reply_to'),
      subject: field(form, 'subject'),
      content: field(form, 'content'),
      html: field(form, 'html_mode') !== 'false',
      displayName: field(form, 'display_name'),
      attachments: form
        .getAll('attachments')
        .filter((part) => part instanceof File)
        .map(({ name, size }) => ({ name, bytes: size })),
    };
  }
}

function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The SDK joins lists with commas. */
function addresses(form: FormData, name: keyof typeof limits): string[] {
  const all = field(form, name)
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  if (all.length > limits[name]) {
    throw invalidInput(`${name} can have at most ${limits[name]} addresses`);
  }
  for (const address of all) {
    if (!ADDRESS.test(address)) throw invalidInput(`${name} has an invalid address`);
  }
  return all;
}
