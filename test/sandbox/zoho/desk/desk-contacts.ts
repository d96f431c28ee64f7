// Desk contacts and accounts.
import { blank, type Json } from '../books/blank.ts';
import { zohoUsers } from '../users.ts';
import { deskTime } from '../zoho-time.ts';
import { deskRefusals } from './desk-errors.ts';
import {
  type DeskBody,
  optionalText,
  pageOf,
  requiredText,
  requireEmail,
  texts,
  wildcard,
} from './desk-input.ts';
import type { DeskAccount, DeskContact, DeskOrg } from './desk-org.ts';
import type { DeskCall, DeskRoute } from './desk-router.ts';

const LAYOUT_ID = '1900000000000074005';

const limits = {
  firstName: 100,
  lastName: 100,
  email: 255,
  secondaryEmail: 255,
  phone: 120,
  mobile: 120,
  facebook: 100,
  twitter: 100,
  city: 250,
  country: 250,
  state: 250,
  street: 250,
  zip: 120,
  description: 65_535,
  title: 120,
  type: 120,
  language: 120,
} as const;

const happiness = () => ({
  customerHappiness: { badPercentage: '0', okPercentage: '0', goodPercentage: '0' },
});

export function createDeskAccount(org: DeskOrg, body: DeskBody): DeskAccount {
  const name = requiredText(body, 'accountName', 200);
  return org.save(org.accounts, {
    ...org.kept(),
    name,
    email: optionalText(body, 'email', 255) ?? '',
    phone: optionalText(body, 'phone', 120) ?? '',
    website: optionalText(body, 'website', 255) ?? '',
  });
}

/** Only the last name is required. */
export function createDeskContact(org: DeskOrg, body: DeskBody, by: string): DeskContact {
  requiredText(body, 'lastName', limits.lastName);
  return saveContact(org, body, {
    ...org.kept(),
    ownerId: by,
    accountId: null,
    isTrashed: false,
    details: {},
  });
}

function saveContact(org: DeskOrg, body: DeskBody, before: DeskContact): DeskContact {
  const details = { ...before.details, ...texts(body, limits) };
  requireEmail(details.email, 'email');
  const accountId = optionalText(body, 'accountId', 30);
  if (typeof accountId === 'string' && org.accounts.get(accountId) === undefined) {
    throw deskRefusals.field('accountId', 'invalid');
  }
  return org.save(org.contacts, { ...before, details, accountId: accountId ?? before.accountId });
}

function deskContactOf(org: DeskOrg, id: string): DeskContact {
  const contact = org.contacts.get(id);
  if (contact === undefined || contact.isTrashed) throw deskRefusals.url();
  return contact;
}

function detail(contact: DeskContact, name: string): string | null {
  return contact.details[name] ?? null;
}

export function deskFullName(contact: DeskContact): string {
  return [detail(contact, 'firstName'), detail(contact, 'lastName')].filter(Boolean).join(' ');
}

function shared(org: DeskOrg, contact: DeskContact): Json {
  return {
    id: contact.id,
    firstName: detail(contact, 'firstName') ?? '',
    lastName: detail(contact, 'lastName') ?? '',
    accountCount: contact.accountId === null ? '0' : '1',
    email: detail(contact, 'email'),
    secondaryEmail: detail(contact, 'secondaryEmail'),
    mobile: detail(contact, 'mobile'),
    phone: detail(contact, 'phone'),
    type: detail(contact, 'type'),
    createdTime: deskTime(contact.createdAt),
    ownerId: contact.ownerId,
    accountId: contact.accountId,
    zohoCRMContact: null,
    isAnonymous: false,
    isEndUser: false,
    photoURL: null,
    isSpam: false,
    webUrl: org.webUrl('Contacts', contact.id),
    ...happiness(),
  };
}

function more(contact: DeskContact): Json {
  const names = 'facebook twitter city country state street zip description title language'.split(
    ' ',
  );
  return {
    ...Object.fromEntries(names.map((name) => [name, detail(contact, name)])),
    modifiedTime: deskTime(contact.modifiedAt),
    customFields: {},
    cf: {},
    layoutId: LAYOUT_ID,
  };
}

function contactView(org: DeskOrg, contact: DeskContact): Json {
  return {
    ...blank({ no: 'isDeleted isFollowing' }),
    ...shared(org, contact),
    ...more(contact),
    layoutDetails: { id: LAYOUT_ID, layoutName: org.company.organization.name },
    isTrashed: contact.isTrashed,
  };
}

function searchRow(org: DeskOrg, contact: DeskContact): Json {
  const owner = zohoUsers.find((user) => user.deskAgentId === contact.ownerId);
  return {
    ...shared(org, contact),
    ...more(contact),
    owner: {
      photoURL: '',
      firstName: owner?.firstName ?? '',
      lastName: owner?.lastName ?? '',
      emailId: owner?.email ?? '',
      id: contact.ownerId,
      zuid: owner?.zuid ?? '',
    },
    account: accountRef(org, contact.accountId),
  };
}

export function accountRef(org: DeskOrg, accountId: string | null): Json | null {
  const account = org.accounts.get(accountId ?? '');
  if (account === undefined) return null;
  return { website: account.website, accountName: account.name, id: account.id };
}

function accountView(org: DeskOrg, account: DeskAccount): Json {
  return {
    id: account.id,
    accountName: account.name,
    email: account.email,
    website: account.website,
    phone: account.phone,
    createdTime: deskTime(account.createdAt),
    zohoCRMAccount: null,
    webUrl: org.webUrl('Accounts', account.id),
    ...happiness(),
  };
}

function searchContacts({ org, query }: DeskCall): DeskContact[] {
  const { _all, email, fullName, firstName, lastName, accountName, id } = query;
  return org.contacts.list().filter((contact) => {
    const account = org.accounts.get(contact.accountId ?? '')?.name;
    const all = [
      deskFullName(contact),
      detail(contact, 'email'),
      detail(contact, 'phone'),
      account,
    ];
    return (
      !contact.isTrashed &&
      (_all === undefined || all.some((one) => wildcard(one, _all))) &&
      (email === undefined || wildcard(detail(contact, 'email'), email)) &&
      (fullName === undefined || wildcard(deskFullName(contact), fullName)) &&
      (firstName === undefined || wildcard(detail(contact, 'firstName'), firstName)) &&
      (lastName === undefined || wildcard(detail(contact, 'lastName'), lastName)) &&
      (accountName === undefined || wildcard(account, accountName)) &&
      (id === undefined || contact.id === id)
    );
  });
}

export const deskContactRoutes: readonly DeskRoute[] = [
  {
    method: 'GET',
    path: '/contacts/search',
    scopes: ['search.READ', 'contacts.READ'],
    weight: 3,
    handle: (call) => {
      const found = searchContacts(call);
      const page = pageOf(call, found, { limit: 10, firstIndex: 0 });
      return page && { data: page.map((one) => searchRow(call.org, one)), count: found.length };
    },
  },
  {
    method: 'GET',
    path: '/contacts',
    scopes: ['contacts.READ'],
    weight: 3,
    handle: (call) => {
      const contacts = call.org.contacts.list().filter((one) => !one.isTrashed);
      const page = pageOf(call, contacts, { limit: 10, firstIndex: 1 });
      return page && { data: page.map((one) => shared(call.org, one)) };
    },
  },
  {
    method: 'POST',
    path: '/contacts',
    scopes: ['contacts.CREATE'],
    weight: 1,
    handle: async ({ org, by, json }) => contactView(org, createDeskContact(org, await json(), by)),
  },
  {
    method: 'GET',
    path: '/contacts/:id',
    scopes: ['contacts.READ'],
    weight: 1,
    handle: ({ org, param }) => contactView(org, deskContactOf(org, param('id'))),
  },
  {
    method: 'PATCH',
    path: '/contacts/:id',
    scopes: ['contacts.UPDATE'],
    weight: 1,
    handle: async ({ org, param, json }) =>
      contactView(org, saveContact(org, await json(), deskContactOf(org, param('id')))),
  },
  {
    method: 'GET',
    path: '/accounts',
    scopes: ['contacts.READ'],
    weight: 3,
    handle: (call) => {
      const page = pageOf(call, call.org.accounts.list(), { limit: 10, firstIndex: 1 });
      return page && { data: page.map((one) => accountView(call.org, one)) };
    },
  },
  {
    method: 'POST',
    path: '/accounts',
    scopes: ['contacts.CREATE'],
    weight: 1,
    handle: async ({ org, json }) => accountView(org, createDeskAccount(org, await json())),
  },
];
