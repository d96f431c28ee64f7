// What CRM tells Books about contacts and accounts when they are imported as customers.
import type { CrmDirectory, CrmPerson } from '../books/crm-directory.ts';
import { crmModuleOf } from './crm-fields.ts';
import type { CrmOrg, CrmRecord } from './crm-org.ts';

export function crmDirectory(org: CrmOrg): CrmDirectory {
  const find = (module: string, id: string): CrmRecord | undefined => {
    const known = crmModuleOf(module);
    return known === undefined ? undefined : org.get(known, id);
  };
  return {
    contact: (id) => {
      const record = find('Contacts', id);
      return record === undefined ? undefined : personOf(record);
    },
    account: (id) => {
      const record = find('Accounts', id);
      return record === undefined ? undefined : { id, name: org.nameOf(record) };
    },
    contactsOf: (accountId) =>
      org.records
        .list()
        .filter((one) => one.module === 'Contacts' && one.values.Account_Name === accountId)
        .map(personOf),
  };
}

function personOf({ id, values }: CrmRecord): CrmPerson {
  const text = (name: string) => String(values[name] ?? '');
  return {
    id,
    firstName: text('First_Name'),
    lastName: text('Last_Name'),
    email: text('Email'),
    phone: text('Phone'),
    accountId: text('Account_Name'),
  };
}
