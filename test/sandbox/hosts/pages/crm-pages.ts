// Documents of CRM: contact, account, deal.
import { html } from 'hono/html';
import type { CrmEntity, CrmRecord } from '../zoho-reader.ts';
import { type Document, type Markup, money, type RecordLink } from './frame.ts';

export const crmSections = { contacts: 'Contacts', accounts: 'Accounts', deals: 'Deals' } as const;
export type CrmSection = keyof typeof crmSections;

function nameOf(entity: CrmEntity, record: CrmRecord): string {
  if (entity === 'Contacts') return record.Full_Name;
  if (entity === 'Deals') return record.Deal_Name;
  return typeof record.Account_Name === 'string' ? record.Account_Name : '';
}

function lookup(value: CrmRecord['Account_Name'], section: CrmSection): Markup | string {
  if (value === null || typeof value === 'string') return '–';
  return html`<a href="/crm/${section}/${value.id}">${value.name}</a>`;
}

export function crmLink(section: CrmSection, record: CrmRecord): RecordLink {
  const account = record.Account_Name;
  const details: Readonly<Record<CrmSection, string>> = {
    contacts: record.Email,
    accounts: record.Phone,
    deals: `${record.Stage}${typeof account === 'object' && account !== null ? ` · ${account.name}` : ''}`,
  };
  return {
    href: `/crm/${section}/${record.id}`,
    title: nameOf(crmSections[section], record),
    detail: details[section],
  };
}

export function crmDocument(section: CrmSection, record: CrmRecord, shared: object): Document {
  const entity = crmSections[section];
  const rows: Readonly<Record<CrmSection, readonly (readonly [string, Markup | string])[]>> = {
    contacts: [
      ['E-mail', record.Email],
      ['Phone', record.Phone],
      ['Account', lookup(record.Account_Name, 'accounts')],
    ],
    accounts: [['Phone', record.Phone]],
    deals: [
      ['Stage', record.Stage],
      ['Amount', record.Amount === null ? '–' : money(record.Amount, 'USD')],
      ['Account', lookup(record.Account_Name, 'accounts')],
      ['Contact', lookup(record.Contact_Name, 'contacts')],
    ],
  };
  const name = nameOf(entity, record);
  const content = html`
<header class="record"><h1>${name}</h1></header>
<article class="paper"><dl>${rows[section].map(
    ([label, value]) => html`<div><dt>${label}</dt><dd>${value === '' ? '–' : value}</dd></div>`,
  )}</dl></article>`;
  return { title: name, content, context: { ...shared, entity, record } };
}
