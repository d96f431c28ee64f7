// One CRM organization: its records and what they are called where others point to them.
import type { Collection } from '../../document-store.ts';
import { newId, type ZohoCompany } from '../company.ts';
import { crmTime } from '../zoho-time.ts';
import { type CrmModule, crmModuleOf } from './crm-fields.ts';

/** Values by api name; a look-up keeps the id it points to. */
export type CrmValues = Readonly<Record<string, unknown>>;

export interface CrmRecord {
  readonly id: string;
  readonly module: string;
  readonly values: CrmValues;
  /** CRM user ids. */
  readonly owner: string;
  readonly createdBy: string;
  readonly modifiedBy: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface CrmWatch {
  readonly channelId: string;
  readonly events: readonly string[];
  readonly notifyUrl: string;
  readonly token: string;
  readonly expiresAt: number;
  readonly condition: unknown;
  readonly onRelatedAction: boolean;
  readonly returnAffectedValues: boolean;
}

export class CrmOrg {
  readonly company: ZohoCompany;
  readonly records: Collection<CrmRecord>;
  readonly watches: Collection<CrmWatch>;

  constructor(company: ZohoCompany) {
    this.company = company;
    this.records = company.store.collection('crm-record');
    this.watches = company.store.collection('crm-watch');
  }

  id(): string {
    return newId(this.company, 'crm');
  }

  now(): number {
    return this.company.clock.now();
  }

  /** Seconds are all that CRM times carry. */
  time(ms: number): string {
    return crmTime(ms, this.company.organization.timeZone);
  }

  of(module: CrmModule): CrmRecord[] {
    return this.records.list().filter((record) => record.module === module.apiName);
  }

  get(module: CrmModule, id: string): CrmRecord | undefined {
    const record = this.records.get(id);
    return record?.module === module.apiName ? record : undefined;
  }

  /** The name others show for this record. */
  nameOf(record: CrmRecord): string {
    const nameField = crmModuleOf(record.module)?.nameField ?? '';
    if (nameField === 'Full_Name') return fullNameOf(record.values);
    return String(record.values[nameField] ?? '');
  }
}

export function fullNameOf(values: CrmValues): string {
  return `${String(values.First_Name ?? '')} ${String(values.Last_Name ?? '')}`.trim();
}
