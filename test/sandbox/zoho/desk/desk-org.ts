// One Desk portal: its records, statuses and custom fields.
import type { Collection } from '../../document-store.ts';
import { newId, type ZohoCompany } from '../company.ts';

interface DeskKept {
  readonly id: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface DeskAccount extends DeskKept {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
}

export interface DeskContact extends DeskKept {
  readonly ownerId: string;
  readonly accountId: string | null;
  readonly isTrashed: boolean;
  /** firstName, lastName, email, phone, ... as given; null when empty. */
  readonly details: Readonly<Record<string, string | null>>;
}

export interface DeskTicket extends DeskKept {
  readonly number: string;
  readonly subject: string;
  readonly status: string;
  readonly departmentId: string;
  readonly contactId: string;
  readonly assigneeId: string | null;
  readonly createdBy: string;
  readonly modifiedBy: string;
  readonly closedAt: number | null;
  readonly onholdAt: number | null;
  readonly isTrashed: boolean;
  readonly isSpam: boolean;
  /** priority, channel, category, description, email, phone, dueDate, ...; null when empty. */
  readonly details: Readonly<Record<string, string | null>>;
  /** Values by api name (`cf_...`). */
  readonly cf: Readonly<Record<string, string | null>>;
}

export interface DeskComment extends DeskKept {
  readonly ticketId: string;
  readonly content: string;
  readonly contentType: 'plainText' | 'html';
  readonly isPublic: boolean;
  readonly commenterId: string;
}

export interface DeskThread extends DeskKept {
  readonly ticketId: string;
  readonly channel: string;
  readonly content: string;
  readonly contentType: string;
  readonly direction: 'in' | 'out';
  readonly isDescription: boolean;
  /** Agent or contact id. */
  readonly authorId: string;
  readonly to: string;
  readonly from: string;
}

export const deskDepartments = [
  { id: '1900000000000006907', name: 'Customer Support', isDefault: true },
  { id: '1900000000000006908', name: 'Payments and Fraud', isDefault: false },
] as const;

/** Status names of the portal and the type each counts as. */
export const deskStatuses: Readonly<Record<string, 'Open' | 'On Hold' | 'Closed'>> = {
  Open: 'Open',
  Escalated: 'Open',
  'Under Review': 'Open',
  'On Hold': 'On Hold',
  Closed: 'Closed',
};

/** Custom ticket fields: api name to label. */
export const deskFields: Readonly<Record<string, string>> = {
  cf_tallybridge_case: 'Tallybridge Case',
  cf_tallybridge_payment: 'Tallybridge Payment',
  cf_tallybridge_invoice: 'Tallybridge Invoice',
  cf_order_value: 'Order Value',
};

export class DeskOrg {
  readonly company: ZohoCompany;
  readonly accounts: Collection<DeskAccount>;
  readonly contacts: Collection<DeskContact>;
  readonly tickets: Collection<DeskTicket>;
  readonly comments: Collection<DeskComment>;
  readonly threads: Collection<DeskThread>;

  constructor(company: ZohoCompany) {
    this.company = company;
    const { store } = company;
    this.accounts = store.collection('desk-account');
    this.contacts = store.collection('desk-contact');
    this.tickets = store.collection('desk-ticket');
    this.comments = store.collection('desk-comment');
    this.threads = store.collection('desk-thread');
  }

  kept(): DeskKept {
    const now = this.now();
    return { id: newId(this.company, 'desk'), createdAt: now, modifiedAt: now };
  }

  now(): number {
    return this.company.clock.now();
  }

  nextTicketNumber(): string {
    return String(this.company.store.next('desk-ticket-number', 101));
  }

  /** The agents' page of a record. */
  webUrl(tab: 'Cases' | 'Contacts' | 'Accounts', id: string): string {
    const { portalName } = this.company.organization;
    return `https://desk.zoho.com/support/${portalName}/ShowHomePage.do#${tab}/dv/${id}`;
  }

  save<T extends DeskKept>(collection: Collection<T>, record: T): T {
    return collection.put(record.id, { ...record, modifiedAt: this.now() });
  }
}
