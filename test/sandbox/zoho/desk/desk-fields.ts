// How Desk describes the fields of tickets and contacts: `GET /organizationFields`.
import type { Json } from '../books/blank.ts';
import { deskRefusals } from './desk-errors.ts';
import { deskFields, deskStatuses } from './desk-org.ts';

/** `apiName:type:label`, then `required` or the longest text. */
const MODULES: Readonly<Record<string, string>> = {
  tickets: `subject:Text:Subject:255:required departmentId:LookUp:Department:required contactId:LookUp:Contact_Name:required
    accountId:LookUp:Account_Name productId:LookUp:Product_Name email:Email:Email:120 phone:Phone:Phone:120
    status:Picklist:Status:required priority:Picklist:Priority channel:Picklist:Channel category:Picklist:Category
    subCategory:Picklist:Sub_Category classification:Picklist:Classifications language:Picklist:Language
    description:Textarea:Description:65535 resolution:Textarea:Resolution:65535 dueDate:DateTime:Due_Date
    assigneeId:LookUp:Ticket_Owner`,
  contacts: `lastName:Text:Last_Name:120:required firstName:Text:First_Name:120 email:Email:Email:120 phone:Phone:Phone:120
    mobile:Phone:Mobile:120 accountId:LookUp:Account_Name title:Text:Title:120 street:Text:Street:250 city:Text:City:120
    state:Text:State:120 zip:Text:Zip:30 country:Text:Country:120 description:Textarea:Description:65535`,
};

const choices: Readonly<Record<string, readonly string[]>> = {
  status: Object.keys(deskStatuses),
  priority: ['-None-', 'High', 'Medium', 'Low'],
  channel: ['Phone', 'Email', 'Web'],
  classification: ['-None-', 'Question', 'Problem', 'Feature', 'Others'],
};

/** @throws DeskRefusal 422 without a module that has fields. */
export function organizationFields(module: string | undefined): Json[] {
  if (module === undefined) throw deskRefusals.field('module', 'missing');
  const standard = Object.hasOwn(MODULES, module) ? MODULES[module] : undefined;
  if (standard === undefined) throw deskRefusals.field('module', 'invalid');
  const own =
    module === 'tickets'
      ? Object.entries(deskFields).map(([apiName, label]) => customField(apiName, label))
      : [];
  return [...standard.trim().split(/\s+/).map(standardField), ...own].map((field, index) => ({
    id: `19000000000${module.length}${String(index).padStart(5, '0')}`,
    ...field,
  }));
}

function standardField(definition: string): Json {
  const [apiName = '', type = 'Text', label = '', ...marks] = definition.split(':');
  const longest = marks.find((mark) => /^\d+$/.test(mark));
  return {
    ...fieldOf(apiName, label.replaceAll('_', ' '), type, Number(longest ?? 0)),
    isCustomField: false,
    isMandatory: marks.includes('required'),
  };
}

function customField(apiName: string, label: string): Json {
  const type = apiName === 'cf_order_value' ? 'Currency' : 'Text';
  return { ...fieldOf(apiName, label, type, 255), isCustomField: true, isMandatory: false };
}

function fieldOf(apiName: string, displayLabel: string, type: string, maxLength: number): Json {
  const values = choices[apiName];
  return {
    apiName,
    displayLabel,
    i18NLabel: displayLabel,
    name: apiName,
    type,
    isEncryptedField: false,
    isVisible: true,
    ...(maxLength > 0 ? { maxLength } : {}),
    ...(values === undefined
      ? {}
      : {
          allowedValues: values.map((value) =>
            apiName === 'status' ? { value, statusType: deskStatuses[value] } : { value },
          ),
        }),
  };
}
