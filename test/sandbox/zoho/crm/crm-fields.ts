// Modules and fields of the CRM organization: types, lengths, what is required, unique or a look-up.

type FieldType =
  | 'text'
  | 'email'
  | 'phone'
  | 'textarea'
  | 'picklist'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'integer'
  | 'currency'
  | 'website'
  | 'lookup'
  | 'ownerlookup';

export interface CrmField {
  readonly apiName: string;
  readonly type: FieldType;
  /** Longest text taken. */
  readonly length: number;
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isCustom: boolean;
  readonly isReadOnly: boolean;
  /** Module a look-up points to. */
  readonly target: string;
}

export interface CrmModule {
  readonly apiName: string;
  readonly singular: string;
  readonly index: number;
  /** The field that names a record where another points to it. */
  readonly nameField: string;
  /** What an upsert without `duplicate_check_fields` looks at first. */
  readonly duplicateCheck: readonly string[];
  readonly fields: readonly CrmField[];
}

/** Never 0: the vendor's own SDK takes a field with `length: 0` for an empty answer. */
const lengths: Readonly<Record<FieldType, number>> = {
  text: 255,
  email: 100,
  phone: 30,
  textarea: 32_000,
  picklist: 120,
  website: 255,
  date: 20,
  datetime: 120,
  boolean: 5,
  integer: 9,
  currency: 16,
  lookup: 120,
  ownerlookup: 120,
};

/** `Name:type`, then any of `required`, `unique`, `custom`, `readonly`, `>Module`, or a length. */
function field(definition: string): CrmField {
  const [apiName = '', type = 'text', ...marks] = definition.split(':');
  const own = marks.map(Number).find((mark) => Number.isInteger(mark));
  return {
    apiName,
    type: type as FieldType,
    length: own ?? lengths[type as FieldType],
    isRequired: marks.includes('required'),
    isUnique: marks.includes('unique'),
    isCustom: marks.includes('custom'),
    isReadOnly: marks.includes('readonly'),
    target: marks.find((mark) => mark.startsWith('>'))?.slice(1) ?? '',
  };
}

const SYSTEM = `Owner:ownerlookup Created_By:ownerlookup:readonly Modified_By:ownerlookup:readonly
  Created_Time:datetime:readonly Modified_Time:datetime:readonly
  Last_Activity_Time:datetime:readonly`;

/** Our own unique field, which the set-up asks the administrator for in each module. */
const OWN = 'Tallybridge_Id:text:60:unique:custom';

function crmModule(
  index: number,
  apiName: string,
  singular: string,
  nameField: string,
  duplicateCheck: readonly string[],
  definitions: string,
): CrmModule {
  const fields = `${definitions} ${SYSTEM}`.trim().split(/\s+/).map(field);
  return { apiName, singular, index, nameField, duplicateCheck, fields };
}

export const crmModules: readonly CrmModule[] = [
  crmModule(
    1,
    'Leads',
    'Lead',
    'Full_Name',
    ['Email'],
    `First_Name:text:40 Last_Name:text:80:required Full_Name:text:readonly Company:text:200:required
      Email:email Phone:phone Mobile:phone Fax:phone Designation:text:100 Website:website
      Lead_Source:picklist Lead_Status:picklist Industry:picklist Rating:picklist
      Annual_Revenue:currency No_of_Employees:integer Email_Opt_Out:boolean Skype_ID:text:50
      Twitter:text:50 Secondary_Email:email Salutation:picklist Street:text:250 City:text:100
      State:text:100 Zip_Code:text:30 Country:text:100 Description:textarea ${OWN}`,
  ),
  crmModule(
    2,
    'Accounts',
    'Account',
    'Account_Name',
    ['Account_Name'],
    `Account_Name:text:200:required Account_Number:text:40 Account_Type:picklist Account_Site:text:80
      Phone:phone Fax:phone Website:website Industry:picklist Rating:picklist Ownership:picklist
      Annual_Revenue:currency Employees:integer SIC_Code:integer Ticker_Symbol:text:30
      Parent_Account:lookup:>Accounts Billing_Street:text:250 Billing_City:text:100
      Billing_State:text:100 Billing_Code:text:30 Billing_Country:text:100 Shipping_Street:text:250
      Shipping_City:text:100 Shipping_State:text:100 Shipping_Code:text:30
      Shipping_Country:text:100 Description:textarea ${OWN}`,
  ),
  crmModule(
    3,
    'Contacts',
    'Contact',
    'Full_Name',
    ['Email'],
    `First_Name:text:40 Last_Name:text:80:required Full_Name:text:readonly Email:email Phone:phone
      Mobile:phone Home_Phone:phone Other_Phone:phone Asst_Phone:phone Assistant:text:50 Fax:phone
      Title:text:100 Department:text:50 Account_Name:lookup:>Accounts Vendor_Name:lookup:>Vendors
      Reporting_To:lookup:>Contacts Lead_Source:picklist Date_of_Birth:date Email_Opt_Out:boolean
      Skype_ID:text:50 Twitter:text:50 Secondary_Email:email Salutation:picklist
      Mailing_Street:text:250 Mailing_City:text:100 Mailing_State:text:100 Mailing_Zip:text:30
      Mailing_Country:text:100 Other_Street:text:250 Other_City:text:100 Other_State:text:100
      Other_Zip:text:30 Other_Country:text:100 Description:textarea ${OWN}
      Card_Status:picklist:custom Customer_Profile_ID:text:64:custom`,
  ),
  crmModule(
    4,
    'Deals',
    'Deal',
    'Deal_Name',
    ['Deal_Name'],
    `Deal_Name:text:120:required Stage:picklist:required Amount:currency Closing_Date:date
      Account_Name:lookup:>Accounts Contact_Name:lookup:>Contacts Type:picklist
      Probability:integer:readonly Expected_Revenue:currency:readonly Next_Step:text:100
      Lead_Source:picklist Reason_For_Loss__s:picklist Description:textarea ${OWN}`,
  ),
  crmModule(
    5,
    'Notes',
    'Note',
    'Note_Title',
    [],
    `Note_Title:text:120 Note_Content:textarea:required Parent_Id:lookup:required`,
  ),
];

/** Modules are addressed by api name, in any case as Zoho does. */
export function crmModuleOf(apiName: string): CrmModule | undefined {
  return crmModules.find((one) => one.apiName.toLowerCase() === apiName.toLowerCase());
}

export function crmField(module: CrmModule, apiName: string): CrmField | undefined {
  return module.fields.find((one) => one.apiName === apiName);
}

/** The choices of pick lists that have any of their own here; the others take what is written. */
export const crmChoices: Readonly<Record<string, readonly string[]>> = {
  Card_Status: ['Valid', 'Expires soon', 'Expired', 'Suspended'],
};

/** Chance of a deal by its stage, in percent. */
export const stageProbability: Readonly<Record<string, number>> = {
  Qualification: 10,
  'Needs Analysis': 20,
  'Value Proposition': 40,
  'Identify Decision Makers': 60,
  'Proposal/Price Quote': 75,
  'Negotiation/Review': 90,
  'Closed Won': 100,
  'Closed Lost': 0,
  'Closed Lost to Competition': 0,
};
