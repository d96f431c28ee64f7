// The products' own answers about their fields become catalog fields.
import { describe, expect, it } from 'vitest';
import { joinCatalog } from '../../../functions/core/catalogs/join-catalog.ts';
import { readCrmFields } from '../../../functions/core/catalogs/read-crm-fields.ts';
import { readDeskFields } from '../../../functions/core/catalogs/read-desk-fields.ts';
import { readFinanceFields } from '../../../functions/core/catalogs/read-finance-fields.ts';
import { readShopFields } from '../../../functions/core/catalogs/read-shop-fields.ts';
import { findStaticCatalog } from '../../../functions/core/catalogs/static-catalogs.ts';

describe('readCrmFields', () => {
  const answer = {
    fields: [
      {
        api_name: 'Last_Name',
        field_label: 'Last Name',
        data_type: 'text',
        length: 80,
        custom_field: false,
        system_mandatory: true,
        visible: true,
        pick_list_values: [],
      },
      {
        api_name: 'Card_Type',
        field_label: 'Card Type',
        data_type: 'picklist',
        length: 120,
        custom_field: true,
        system_mandatory: false,
        visible: true,
        pick_list_values: [
          { display_value: '-None-', actual_value: '-None-', type: 'used' },
          { display_value: 'Visa', actual_value: '001', type: 'used' },
          { display_value: 'Carte Blanche', actual_value: '006', type: 'unused' },
        ],
      },
      { api_name: 'Owner', field_label: 'Contact Owner', data_type: 'ownerlookup', length: 120 },
      { api_name: 'Paid', field_label: 'Paid', data_type: 'currency', length: 16 },
      { api_name: 'Odd', field_label: 'Odd', data_type: 'hologram', length: 9 },
      { api_name: 'Gone', field_label: 'Gone', data_type: 'text', visible: false },
    ],
  };

  it('reads names, types, lengths, choices and what is custom', () => {
    expect(readCrmFields(answer)).toEqual([
      { path: 'Last_Name', label: 'Last Name', type: 'text', required: true, lengthMax: 80 },
      {
        path: 'Card_Type',
        label: 'Card Type',
        type: 'choice',
        choices: [{ value: '001', label: 'Visa' }],
        custom: true,
      },
      { path: 'Owner', label: 'Contact Owner', type: 'object' },
      { path: 'Paid', label: 'Paid', type: 'amount' },
      { path: 'Odd', label: 'Odd', type: 'text', lengthMax: 9 },
    ]);
  });

  it.each([[undefined], [{}], [{ fields: [{ api_name: 'X' }] }], [{ code: 'INVALID_MODULE' }]])(
    'has no fields to tell of %j',
    (json) => {
      expect(readCrmFields(json)).toBeUndefined();
    },
  );
});

describe('readDeskFields', () => {
  it('reads both spellings of types and puts custom fields under cf', () => {
    const answer = {
      data: [
        {
          id: '100000000000001',
          apiName: 'priority',
          displayLabel: 'Priority',
          type: 'Picklist',
          isCustomField: false,
          isMandatory: false,
          maxLength: 120,
          allowedValues: [{ value: 'High' }, { value: 'Low' }],
        },
        {
          id: '100000000000002',
          apiName: 'cf_case_number',
          displayLabel: 'Case Number',
          type: 'Text',
          isCustomField: true,
          isMandatory: true,
          maxLength: '50',
        },
        {
          apiName: 'cf_outcome',
          displayLabel: 'Outcome',
          type: 'PickList',
          isCustomField: true,
          allowedValues: ['Won', 'Lost'],
        },
        { apiName: 'dueDate', displayLabel: 'Due Date', type: 'DateTime', maxLength: null },
      ],
    };
    expect(readDeskFields(answer)).toEqual([
      {
        path: 'priority',
        label: 'Priority',
        type: 'choice',
        choices: [
          { value: 'High', label: 'High' },
          { value: 'Low', label: 'Low' },
        ],
      },
      {
        path: 'cf.cf_case_number',
        label: 'Case Number',
        type: 'text',
        required: true,
        lengthMax: 50,
        custom: true,
      },
      {
        path: 'cf.cf_outcome',
        label: 'Outcome',
        type: 'choice',
        choices: [
          { value: 'Won', label: 'Won' },
          { value: 'Lost', label: 'Lost' },
        ],
        custom: true,
      },
      { path: 'dueDate', label: 'Due Date', type: 'instant' },
    ]);
  });

  it('has no fields to tell of an error', () => {
    expect(readDeskFields({ errorCode: 'UNPROCESSABLE_ENTITY', message: '' })).toBeUndefined();
  });
});

describe('readFinanceFields', () => {
  const rows = [
    {
      customfield_id: '460000000000001',
      index: 1,
      label: 'Authorization Code',
      api_name: 'cf_authorization_code',
      data_type: 'string',
      max_length: 36,
      is_active: true,
      is_mandatory: true,
    },
    {
      customfield_id: '460000000000002',
      index: 2,
      label: 'Channel',
      api_name: 'cf_channel',
      data_type: 'dropdown',
      is_active: true,
      is_mandatory: false,
      values: [
        { name: 'Web', order: 1, is_active: true },
        { name: 'Old shop', order: 2, is_active: false },
      ],
    },
    { label: 'Unused', api_name: 'cf_unused', data_type: 'date', is_active: false },
  ];
  const read = [
    {
      path: 'custom_fields.cf_authorization_code',
      label: 'Authorization Code',
      type: 'text',
      required: true,
      lengthMax: 36,
      custom: true,
    },
    {
      path: 'custom_fields.cf_channel',
      label: 'Channel',
      type: 'choice',
      choices: [{ value: 'Web', label: 'Web' }],
      custom: true,
    },
  ];

  it.each([
    ['a plain list', { code: 0, message: 'success', customfields: rows }],
    ['a list by record', { code: 0, message: 'success', customfields: { invoice: rows } }],
    ['an edit page', { code: 0, message: 'success', custom_fields: rows }],
  ])('reads %s of custom fields', (_name, json) => {
    expect(readFinanceFields(json)).toEqual(read);
  });

  it('has no fields to tell of an error', () => {
    expect(readFinanceFields({ code: 57, message: 'You are not authorized' })).toBeUndefined();
  });
});

describe('readShopFields', () => {
  const order = (...meta_data: object[]) => ({ id: 1, meta_data });

  it('reads plain meta data by key, with the type that all its values have', () => {
    const fields = readShopFields([
      order(
        { id: 1, key: '_billing_vat', value: 'DE129273398' },
        { id: 2, key: 'gift', value: 'a@example.com' },
        { id: 3, key: 'deliver_on', value: '2026-05-01' },
        { id: 4, key: 'plugin_data', value: { a: 1 } },
        { id: 5, key: 'no path', value: 'x' },
        { id: 6, key: '__proto__', value: 'x' },
      ),
      order({ id: 7, key: 'gift', value: 'nobody' }),
      { id: 2 },
    ]);
    const custom = true as const;
    expect(fields).toEqual([
      { path: 'meta_data._billing_vat', label: 'Billing vat', type: 'text', custom },
      { path: 'meta_data.gift', label: 'Gift', type: 'text', custom },
      { path: 'meta_data.deliver_on', label: 'Deliver on', type: 'date', custom },
    ]);
    expect(JSON.stringify(fields)).not.toContain('example.com');
  });

  it('has no fields to tell of an error', () => {
    expect(readShopFields({ code: 'rest_no_route' })).toBeUndefined();
  });
});

describe('joinCatalog', () => {
  const standard = findStaticCatalog('crm', 'contact');
  if (standard === undefined) throw new Error('the catalog of CRM contacts is gone');

  it('adds what the organization added, at the end', () => {
    const own = { path: 'Card_Brand', label: 'Card Brand', type: 'text', custom: true } as const;
    const joined = joinCatalog(standard, [own]);
    expect(joined.fields).toHaveLength(standard.fields.length + 1);
    expect(joined.fields.at(-1)).toEqual(own);
  });

  it('shows a standard field as it is there', () => {
    const joined = joinCatalog(standard, [
      { path: 'Phone', label: 'Telephone', type: 'phone', required: true },
    ]);
    expect(joined.fields).toHaveLength(standard.fields.length);
    expect(joined.fields.find((field) => field.path === 'Phone')).toEqual({
      path: 'Phone',
      label: 'Telephone',
      type: 'phone',
      required: true,
      lengthMax: 50,
    });
  });
});
