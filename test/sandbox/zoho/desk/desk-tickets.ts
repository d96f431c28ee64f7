// Desk tickets: what may be written, and the states they go through.

import { zohoUsers } from '../users.ts';
import { createDeskContact } from './desk-contacts.ts';
import { deskRefusals } from './desk-errors.ts';
import { type DeskBody, optionalText, requiredText, requireEmail, texts } from './desk-input.ts';
import {
  type DeskComment,
  type DeskOrg,
  type DeskTicket,
  deskDepartments,
  deskFields,
  deskStatuses,
} from './desk-org.ts';

const limits = {
  email: 255,
  phone: 120,
  description: 65_535,
  priority: 120,
  channel: 120,
  classification: 100,
  category: 100,
  subCategory: 100,
  resolution: 65_535,
  dueDate: 40,
  language: 120,
  productId: 30,
} as const;
const SUBJECT_MAX = 255;
const COMMENT_MAX = 32_000;

/** Subject, department and a contact (by id, or new as `contact{lastName,email}`) are the minimum. */
export function createTicket(org: DeskOrg, body: DeskBody, by: string): DeskTicket {
  const subject = requiredText(body, 'subject', SUBJECT_MAX);
  const departmentId = departmentOf(body);
  if (departmentId === undefined) throw deskRefusals.field('departmentId', 'missing');
  const contactId = contactFor(org, body, by);
  const kept = org.kept();
  const ticket = saveTicket(org, body, {
    ...kept,
    number: org.nextTicketNumber(),
    subject,
    status: 'Open',
    departmentId,
    contactId,
    assigneeId: null,
    createdBy: by,
    modifiedBy: by,
    closedAt: null,
    onholdAt: null,
    isTrashed: false,
    isSpam: false,
    details: { channel: 'Phone' },
    cf: {},
  });
  addDescription(org, ticket);
  return ticket;
}

export function updateTicket(
  org: DeskOrg,
  ticket: DeskTicket,
  body: DeskBody,
  by: string,
): DeskTicket {
  const contactId = optionalText(body, 'contactId', 30) ?? ticket.contactId;
  if (org.contacts.get(contactId) === undefined) throw deskRefusals.field('contactId', 'invalid');
  const departmentId = departmentOf(body) ?? ticket.departmentId;
  const subject = 'subject' in body ? requiredText(body, 'subject', SUBJECT_MAX) : ticket.subject;
  return saveTicket(org, body, { ...ticket, contactId, departmentId, subject, modifiedBy: by });
}

export function ticketOf(org: DeskOrg, id: string): DeskTicket {
  const ticket = org.tickets.get(id);
  if (ticket === undefined || ticket.isTrashed) throw deskRefusals.url();
  return ticket;
}

function saveTicket(org: DeskOrg, body: DeskBody, before: DeskTicket): DeskTicket {
  const given = texts(body, limits);
  requireEmail(given.email, 'email');
  if (typeof given.dueDate === 'string' && !Number.isFinite(Date.parse(given.dueDate))) {
    throw deskRefusals.field('dueDate', 'invalid');
  }
  const status = optionalText(body, 'status', 120) ?? before.status;
  const type = deskStatuses[status];
  if (type === undefined) throw deskRefusals.field('status', 'invalid');
  const assigneeId = optionalText(body, 'assigneeId', 30);
  if (typeof assigneeId === 'string' && !zohoUsers.some((one) => one.deskAgentId === assigneeId)) {
    throw deskRefusals.field('assigneeId', 'invalid');
  }
  return org.save(org.tickets, {
    ...before,
    status,
    assigneeId: assigneeId === undefined ? before.assigneeId : assigneeId,
    closedAt: type === 'Closed' ? (before.closedAt ?? org.now()) : null,
    onholdAt: type === 'On Hold' ? (before.onholdAt ?? org.now()) : null,
    details: { ...before.details, ...given },
    cf: { ...before.cf, ...customValues(body) },
  });
}

function departmentOf(body: DeskBody): string | undefined {
  const id = optionalText(body, 'departmentId', 30);
  if (id === undefined || id === null) return undefined;
  if (!deskDepartments.some((one) => one.id === id)) {
    throw deskRefusals.field('departmentId', 'invalid');
  }
  return id;
}

/** A new contact with a known e-mail address is that known contact. */
function contactFor(org: DeskOrg, body: DeskBody, by: string): string {
  const id = optionalText(body, 'contactId', 30);
  if (typeof id === 'string') {
    if (org.contacts.get(id) === undefined) throw deskRefusals.field('contactId', 'invalid');
    return id;
  }
  const nested = body.contact;
  if (typeof nested !== 'object' || nested === null)
    throw deskRefusals.field('contactId', 'missing');
  const given = nested as DeskBody;
  const known = org.contacts
    .list()
    .find((one) => given.email !== undefined && one.details.email === given.email);
  return known?.id ?? createDeskContact(org, given, by).id;
}

/** `cf` by api name, the older `customFields` by label; unknown ones are refused. */
function customValues(body: DeskBody): Record<string, string | null> {
  const out: Record<string, string | null> = {};
  const byLabel = new Map(Object.entries(deskFields).map(([name, label]) => [label, name]));
  const take = (group: string, nameOf: (key: string) => string | undefined) => {
    const given = body[group];
    if (given === undefined || given === null) return;
    if (typeof given !== 'object') throw deskRefusals.field(group, 'invalid');
    for (const [key, value] of Object.entries(given)) {
      const name = nameOf(key);
      if (name === undefined) throw deskRefusals.field(`${group}/${key}`, 'invalid');
      out[name] = value === null || value === '' ? null : String(value);
    }
  };
  take('cf', (key) => (key in deskFields ? key : undefined));
  take('customFields', (key) => byLabel.get(key));
  return out;
}

/** An agent's note on a ticket, public or not; it counts as a change of the ticket. */
export function addComment(
  org: DeskOrg,
  ticket: DeskTicket,
  body: DeskBody,
  by: string,
): DeskComment {
  const contentType = optionalText(body, 'contentType', 20) ?? 'plainText';
  if (contentType !== 'plainText' && contentType !== 'html') {
    throw deskRefusals.field('contentType', 'invalid');
  }
  const kept = org.kept();
  const comment = org.comments.put(kept.id, {
    ...kept,
    ticketId: ticket.id,
    content: requiredText(body, 'content', COMMENT_MAX),
    contentType,
    isPublic: body.isPublic === true || body.isPublic === 'true',
    commenterId: by,
  });
  org.save(org.tickets, ticketOf(org, ticket.id));
  return comment;
}

/** The description opens the conversation. */
function addDescription(org: DeskOrg, ticket: DeskTicket): void {
  const content = ticket.details.description;
  if (content === null || content === undefined) return;
  org.save(org.threads, {
    ...org.kept(),
    ticketId: ticket.id,
    channel: 'WEB',
    content,
    contentType: 'text/html',
    direction: 'in',
    isDescription: true,
    authorId: ticket.contactId,
    to: '',
    from: org.contacts.get(ticket.contactId)?.details.email ?? '',
  });
}
