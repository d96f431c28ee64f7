// How Desk answers tickets; each kind of answer has its own keys.
import { blank, type Json } from '../books/blank.ts';
import { zohoUsers } from '../users.ts';
import { deskTime } from '../zoho-time.ts';
import { accountRef } from './desk-contacts.ts';
import {
  type DeskOrg,
  type DeskTicket,
  deskDepartments,
  deskFields,
  deskStatuses,
} from './desk-org.ts';

const LAYOUT_ID = '1900000000000074011';

export const source = () => ({
  appName: null,
  extId: null,
  permalink: null,
  type: 'SYSTEM',
  appPhotoURL: null,
});

function timeOrNull(ms: number | null): string | null {
  return ms === null ? null : deskTime(ms);
}

function commentCount(org: DeskOrg, ticket: DeskTicket): string {
  return String(org.comments.list().filter((one) => one.ticketId === ticket.id).length);
}

function threadCount(org: DeskOrg, ticket: DeskTicket): string {
  return String(org.threads.list().filter((one) => one.ticketId === ticket.id).length);
}

function customKeys(ticket: DeskTicket): Json {
  const names = Object.keys(deskFields);
  return {
    cf: Object.fromEntries(names.map((name) => [name, ticket.cf[name] ?? null])),
    customFields: Object.fromEntries(
      Object.entries(deskFields).map(([name, label]) => [label, ticket.cf[name] ?? null]),
    ),
  };
}

/** Keys of every answer about a ticket. */
function base(org: DeskOrg, ticket: DeskTicket): Json {
  const detail = (name: string) => ticket.details[name] ?? null;
  const due = detail('dueDate');
  return {
    id: ticket.id,
    ticketNumber: ticket.number,
    layoutId: LAYOUT_ID,
    email: detail('email'),
    phone: detail('phone'),
    subject: ticket.subject,
    status: ticket.status,
    statusType: deskStatuses[ticket.status] ?? 'Open',
    createdTime: deskTime(ticket.createdAt),
    category: detail('category'),
    language: detail('language') ?? 'English',
    subCategory: detail('subCategory'),
    priority: detail('priority'),
    channel: detail('channel'),
    dueDate: due === null ? null : deskTime(Date.parse(due)),
    responseDueDate: null,
    commentCount: commentCount(org, ticket),
    threadCount: threadCount(org, ticket),
    closedTime: timeOrNull(ticket.closedAt),
    onholdTime: timeOrNull(ticket.onholdAt),
    accountId: org.contacts.get(ticket.contactId)?.accountId ?? null,
    departmentId: ticket.departmentId,
    contactId: ticket.contactId,
    productId: detail('productId'),
    assigneeId: ticket.assigneeId,
    teamId: null,
    customerResponseTime: deskTime(ticket.createdAt),
    isArchived: false,
    isSpam: ticket.isSpam,
    webUrl: org.webUrl('Cases', ticket.id),
  };
}

/** What a create or an update answers. */
export function ticketView(org: DeskOrg, ticket: DeskTicket): Json {
  const due = ticket.details.dueDate;
  return {
    ...blank({
      nulls: 'channelRelatedInfo channelCode slaId',
      no: 'isResponseOverdue isDeleted isEscalated',
      lists: 'sharedDepartments secondaryContacts entitySkills',
    }),
    ...base(org, ticket),
    ...customKeys(ticket),
    modifiedTime: deskTime(ticket.modifiedAt),
    modifiedBy: ticket.modifiedBy,
    source: { ...source(), uuid: null },
    resolution: ticket.details.resolution ?? null,
    classification: ticket.details.classification ?? null,
    description: ticket.details.description ?? null,
    isOverDue: due !== null && due !== undefined && Date.parse(due) < org.now(),
    isTrashed: ticket.isTrashed,
    layoutDetails: { id: LAYOUT_ID, layoutName: org.company.organization.name },
    approvalCount: '0',
    taskCount: '0',
    timeEntryCount: '0',
    attachmentCount: '0',
  };
}

/** What a read by id answers: a little more; with `include` also the contact and others. */
export function ticketRecord(org: DeskOrg, ticket: DeskTicket, include: readonly string[]): Json {
  return {
    ...ticketView(org, ticket),
    sentiment: null,
    followerCount: '0',
    isFollowing: false,
    createdBy: ticket.createdBy,
    tagCount: '0',
    ...included(org, ticket, include),
  };
}

export function ticketRow(org: DeskOrg, ticket: DeskTicket, include: readonly string[]): Json {
  return {
    ...blank({ nulls: 'sentiment lastThread channelCode' }),
    ...base(org, ticket),
    relationshipType: 'None',
    source: source(),
    ...included(org, ticket, include),
  };
}

function included(org: DeskOrg, ticket: DeskTicket, include: readonly string[]): Json {
  const agent = zohoUsers.find((one) => one.deskAgentId === ticket.assigneeId);
  const department = deskDepartments.find((one) => one.id === ticket.departmentId);
  return {
    ...(include.includes('contacts') ? { contact: contactRef(org, ticket) } : {}),
    ...(include.includes('assignee')
      ? {
          assignee:
            agent === undefined
              ? null
              : {
                  id: agent.deskAgentId,
                  firstName: agent.firstName,
                  lastName: agent.lastName,
                  email: agent.email,
                  photoURL: null,
                },
        }
      : {}),
    ...(include.includes('departments')
      ? { department: { id: ticket.departmentId, name: department?.name ?? '' } }
      : {}),
  };
}

function contactRef(org: DeskOrg, ticket: DeskTicket): Json | null {
  const contact = org.contacts.get(ticket.contactId);
  if (contact === undefined) return null;
  const detail = (name: string) => contact.details[name] ?? null;
  return {
    lastName: detail('lastName'),
    firstName: detail('firstName'),
    phone: detail('phone'),
    mobile: detail('mobile'),
    id: contact.id,
    type: detail('type'),
    email: detail('email'),
    account: accountRef(org, contact.accountId),
  };
}

/** Keys of a ticket's answer that a search leaves out. */
const notInSearch = `isTrashed layoutDetails source isResponseOverdue isDeleted channelRelatedInfo
  channelCode approvalCount taskCount timeEntryCount attachmentCount`.split(/\s+/);

export function searchRow(org: DeskOrg, ticket: DeskTicket): Json {
  const view = ticketView(org, ticket);
  for (const name of notInSearch) delete view[name];
  const department = deskDepartments.find((one) => one.id === ticket.departmentId);
  return {
    ...view,
    ...blank({ nulls: 'assignee product lastThread team' }),
    contact: contactRef(org, ticket),
    department: { name: department?.name ?? '', id: ticket.departmentId },
    childTicketCount: '0',
    isRead: true,
    relationshipType: 'None',
    createdBy: ticket.createdBy,
  };
}
