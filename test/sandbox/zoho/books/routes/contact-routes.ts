// Routes of contacts and contact persons.
import { contactRow, contactView, personView, primaryPerson } from '../contact-view.ts';
import {
  addPerson,
  contactOf,
  createContact,
  deleteContact,
  makePrimary,
  setContactStatus,
  updateContact,
} from '../contacts.ts';
import { type CrmDirectory, importCrmAccount, importCrmContact } from '../crm-directory.ts';
import type { FinanceCall, FinanceRouter } from '../finance-router.ts';
import { listAnswer } from '../list-page.ts';
import { paymentRefundView } from '../refunds.ts';
import { upsert } from '../upsert.ts';

const GROUP = 'contacts';

export function contactRoutes(router: FinanceRouter, crm: CrmDirectory): void {
  router.get('/contacts', GROUP, listContacts);
  router.post('/contacts', GROUP, async (call) => {
    const contact = createContact(call.org, await call.body(), call.by);
    return {
      message: 'The contact has been added.',
      body: { contact: contactView(call.org, contact) },
      created: { resource: 'contacts', id: contact.id },
    };
  });
  if (router.product === 'books') booksOnly(router, crm);
  personRoutes(router);
  router.get('/contacts/:id', GROUP, ({ org, param }) => ({
    body: { contact: contactView(org, contactOf(org, param('id'))) },
  }));
  router.put('/contacts/:id', GROUP, async (call) => {
    const contact = updateContact(call.org, call.param('id'), await call.body());
    return {
      message: 'Contact information has been saved.',
      body: { contact: contactView(call.org, contact) },
    };
  });
  router.delete('/contacts/:id', GROUP, ({ org, param }) => {
    deleteContact(org, param('id'));
    return { message: 'The customer has been deleted.' };
  });
  for (const status of ['active', 'inactive'] as const) {
    router.post(`/contacts/:id/${status}`, GROUP, ({ org, param }) => {
      setContactStatus(org, param('id'), status);
      return { message: `The contact has been marked as ${status}.` };
    });
  }
  router.get('/contacts/:id/refunds', GROUP, ({ org, param }) => {
    const { id } = contactOf(org, param('id'));
    const payments = org.payments.list().filter((payment) => payment.customerId === id);
    return {
      body: {
        payment_refunds: payments.flatMap((payment) =>
          payment.refunds.map((refund) => paymentRefundView(org, refund, payment)),
        ),
      },
    };
  });
}

function booksOnly(router: FinanceRouter, crm: CrmDirectory): void {
  router.put('/contacts', GROUP, async (call) => {
    const { org, by } = call;
    const { record, isNew } = await upsert(call, {
      module: 'contacts',
      resource: 'Contact',
      collection: org.contacts,
      create: (body) => createContact(org, body, by),
      update: (id, body) => updateContact(org, id, body),
    });
    return {
      message: isNew ? 'The contact has been added.' : 'Contact information has been saved.',
      body: { contact: contactView(org, record) },
      ...(isNew ? { created: { resource: 'contacts', id: record.id } } : {}),
    };
  });
  router.post('/crm/contact/:id/import', GROUP, ({ org, by, param }) => ({
    body: { data: { contact_id: importCrmContact(org, crm, param('id'), by).id } },
  }));
  router.post('/crm/account/:id/import', GROUP, ({ org, by, param }) => ({
    body: { data: { contact_id: importCrmAccount(org, crm, param('id'), by).id } },
  }));
}

function personRoutes(router: FinanceRouter): void {
  router.post('/contacts/contactpersons', GROUP, async (call) => {
    const [, person] = addPerson(call.org, await call.body());
    return {
      message: 'The contact person has been created.',
      body: { contact_person: personView(person) },
      created: { resource: 'contacts/contactpersons', id: person.id },
    };
  });
  router.post('/contacts/contactpersons/:id/primary', GROUP, ({ org, param }) => {
    makePrimary(org, param('id'));
    return { message: 'This contact person has been marked as your primary contact person.' };
  });
  router.get('/contacts/:id/contactpersons', GROUP, ({ org, param }) => ({
    body: { contact_persons: contactOf(org, param('id')).persons.map(personView) },
  }));
}

function listContacts(call: FinanceCall) {
  const { org } = call;
  return listAnswer(call, {
    key: 'contacts',
    records: org.contacts.list(),
    row: (contact) => contactRow(org, contact),
    reportName: 'Contacts',
    sortColumn: 'contact_name',
    sortOrder: 'A',
    appliedFilter: 'Status.All',
    module: 'contacts',
    exact: {
      contact_type: (contact) => contact.type,
      zcrm_contact_id: (contact) => contact.zcrmContactId,
      zcrm_account_id: (contact) => contact.zcrmAccountId,
    },
    texts: {
      contact_name: (contact) => contact.name,
      company_name: (contact) => contact.companyName,
      first_name: (contact) => primaryPerson(contact)?.firstName ?? '',
      last_name: (contact) => primaryPerson(contact)?.lastName ?? '',
      email: (contact) => primaryPerson(contact)?.email ?? '',
      phone: (contact) => primaryPerson(contact)?.phone ?? '',
      address: (contact) => contact.billing.address,
    },
    search: (contact) => [
      contact.name,
      contact.companyName,
      contact.notes,
      primaryPerson(contact)?.email ?? '',
    ],
    status: (contact) => contact.status,
  });
}
