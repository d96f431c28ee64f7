// How CRM answers records: all fields of a module, or the ones that were asked for.
import { blank, type Json } from '../books/blank.ts';
import { zohoUsers } from '../users.ts';
import { type CrmModule, crmField, crmModuleOf, stageProbability } from './crm-fields.ts';
import { type CrmOrg, type CrmRecord, fullNameOf } from './crm-org.ts';
import { userRef } from './crm-writes.ts';

const emptyTexts: Readonly<Record<string, string>> = {
  Accounts: 'Billing_Coordinates Shipping_Coordinates Shipping_Address Billing_Address',
  Contacts: 'Other_Address Mailing_Address Mailing_Coordinates Other_Coordinates',
  Leads: 'Address Coordinates',
};

const moreNulls: Readonly<Record<string, string>> = {
  Accounts: `nearby_distance__s Record_Image Billing_Flat_House_No_Building_Apartment_Name
    Shipping_Flat_House_No_Building_Apartment_Name Billing_Longitude Billing_Latitude
    Shipping_Longitude Shipping_Latitude`,
  Contacts: `nearby_distance__s Record_Image Mailing_Flat_House_No_Building_Apartment_Name
    Other_Flat_House_No_Building_Apartment_Name Mailing_Longitude Mailing_Latitude Other_Longitude
    Other_Latitude Unsubscribed_Mode Unsubscribed_Time`,
  Leads: `nearby_distance__s Record_Image Flat_House_No_Building_Apartment_Name Latitude Longitude
    Unsubscribed_Mode Unsubscribed_Time`,
  Deals: 'Campaign_Source Lead_Conversion_Time',
};

function userWithMail(id: string): Json {
  return { ...userRef(id), email: zohoUsers.find((one) => one.crmUserId === id)?.email ?? '' };
}

/** A value as it is answered; look-ups become `{name, id}`. */
export function fieldValue(
  org: CrmOrg,
  record: CrmRecord,
  module: CrmModule,
  name: string,
): unknown {
  switch (name) {
    case 'id':
      return record.id;
    case 'Owner':
      return userWithMail(record.owner);
    case 'Created_By':
      return userWithMail(record.createdBy);
    case 'Modified_By':
      return userWithMail(record.modifiedBy);
    case 'Created_Time':
      return org.time(record.createdAt);
    case 'Modified_Time':
      return org.time(record.modifiedAt);
    case 'Last_Activity_Time':
      return org.time(record.modifiedAt);
    case 'Full_Name':
      return fullNameOf(record.values);
    case 'Probability':
      return probability(record);
    case 'Expected_Revenue':
      return expectedRevenue(record);
    default:
      return plainValue(org, record, module, name);
  }
}

function plainValue(org: CrmOrg, record: CrmRecord, module: CrmModule, name: string): unknown {
  const field = crmField(module, name);
  const value = record.values[name] ?? null;
  if (field?.type === 'boolean') return value ?? false;
  if (field?.type !== 'lookup' || value === null) return value;
  const target = org.records.get(String(value));
  return target === undefined ? null : { name: org.nameOf(target), id: target.id };
}

function probability(record: CrmRecord): number {
  return stageProbability[String(record.values.Stage)] ?? 0;
}

function expectedRevenue(record: CrmRecord): number | null {
  const amount = record.values.Amount;
  if (typeof amount !== 'number') return null;
  return Math.round(amount * probability(record)) / 100;
}

/** The record with the named fields and its id, as lists with `fields` answer. */
export function pickView(
  org: CrmOrg,
  record: CrmRecord,
  module: CrmModule,
  names: readonly string[],
  version: number,
): Json {
  const out: Json = {};
  for (const name of names) {
    if (name === 'Parent_Id') out[name] = parentView(org, record, version);
    else if (crmField(module, name) !== undefined) {
      out[name] = fieldValue(org, record, module, name);
    }
  }
  out.id = record.id;
  return out;
}

/** Everything a read by id answers. */
export function recordView(
  org: CrmOrg,
  record: CrmRecord,
  module: CrmModule,
  version: number,
): Json {
  if (module.apiName === 'Notes') return noteView(org, record, module, version);
  const out: Json = {
    ...blank({
      nulls: `$field_states $review ${moreNulls[module.apiName] ?? ''}`,
      empty: emptyTexts[module.apiName] ?? '',
      no: '$process_flow $locked_for_me $orchestration $in_merge Locked__s',
      yes: '$approved $editable',
      lists: 'Tag',
    }),
    $currency_symbol: '$',
    $state: 'save',
    $approval: { delegate: false, takeover: false, approve: false, reject: false, resubmit: false },
    $review_process: { approve: false, reject: false, resubmit: false },
    $layout_id: {
      display_label: 'Standard',
      name: 'Standard',
      id: `55000000000009100${module.index}`,
    },
    $zia_owner_assignment: 'owner_recommendation_unavailable',
    $approval_state: 'approved',
    ...ofModule(module.apiName),
    id: record.id,
  };
  for (const { apiName } of module.fields) out[apiName] = fieldValue(org, record, module, apiName);
  return out;
}

function ofModule(apiName: string): Json {
  switch (apiName) {
    case 'Deals':
      return { Overall_Sales_Duration: 0, Sales_Cycle_Duration: 0 };
    case 'Leads':
      return { $converted: false, $converted_detail: {} };
    default:
      return { $is_duplicate: false };
  }
}

function noteView(org: CrmOrg, record: CrmRecord, module: CrmModule, version: number): Json {
  const value = (name: string) => fieldValue(org, record, module, name);
  const parent = org.records.get(String(record.values.Parent_Id ?? ''));
  return {
    ...blank({
      nulls: '$attachments $field_states $size',
      no: '$is_shared_to_client $voice_note',
      yes: '$editable',
    }),
    Owner: value('Owner'),
    Modified_Time: value('Modified_Time'),
    Created_Time: value('Created_Time'),
    Parent_Id: parentView(org, record, version),
    $se_module: parent?.module ?? '',
    Modified_By: value('Modified_By'),
    $state: 'save',
    id: record.id,
    Created_By: value('Created_By'),
    Note_Title: value('Note_Title'),
    Note_Content: value('Note_Content'),
  };
}

/** From v3 on a note's parent carries its module. */
function parentView(org: CrmOrg, record: CrmRecord, version: number): Json | null {
  const parent = org.records.get(String(record.values.Parent_Id ?? ''));
  if (parent === undefined) return null;
  const named = { name: org.nameOf(parent), id: parent.id };
  if (version < 3) return named;
  const module = crmModuleOf(parent.module);
  return { module: { api_name: parent.module, id: moduleId(module?.index ?? 0) }, ...named };
}

export function moduleId(index: number): string {
  return `55000000000000217${index}`;
}
