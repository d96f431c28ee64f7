// How names are taken apart.
import { describe, expect, it } from 'vitest';
import { splitName } from '../../../functions/core/suggestions/lexicon.ts';

describe('splitName', () => {
  it.each([
    ['billTo.postalCode', 'bill to postal code'],
    ['customerIPAddress', 'customer ip address'],
    ['req_bill_to_address_line1', 'request bill to address line 1'],
    ['cf_last4', 'last four'],
    ['Txn Ref No.', 'transaction reference number'],
    ['salesorder_number', 'sale order number'],
    ['creditnotes', 'credit note'],
    ['firstname', 'first name'],
    ['Ownership', 'ownership'],
    ['Référence', 'reference'],
    ['PO #', 'po number'],
    ['State / Province', 'state'],
    ['Zip-Code', 'zip code'],
  ])('reads %s as %s', (name, words) => {
    expect(splitName(name).join(' ')).toBe(words);
  });
});
