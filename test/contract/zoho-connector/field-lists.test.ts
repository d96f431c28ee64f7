// The fields of an organization's records, asked for by our connectors and read by the catalogs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLiveFields } from '../../../functions/core/catalogs/read-live-fields.ts';
import type { FieldProduct } from '../../../functions/core/ports/fields.ts';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';

let company: ConnectedCompany;

beforeAll(async () => {
  company = await connectCompany({ budgets: false });
});
afterAll(() => company.zoho.close());

async function fieldsOf(product: Exclude<FieldProduct, 'woocommerce'>, object: string) {
  const answer = await company.fields[product].readFields(object);
  if (!answer.ok) throw new Error(answer.problem.code);
  const fields = readLiveFields(product, answer.value);
  if (fields === undefined) throw new Error('the answer could not be read');
  return new Map(fields.map((field) => [field.path, field]));
}

describe('the fields of a connected organization', () => {
  it('are the custom ones of Books, with the choices of drop-downs', async () => {
    const fields = await fieldsOf('books', 'customer-payment');
    expect([...fields.keys()]).toEqual([
      'custom_fields.cf_tallybridge_payment',
      'custom_fields.cf_payment_status',
      'custom_fields.cf_authorization_code',
    ]);
    expect(fields.get('custom_fields.cf_payment_status')).toMatchObject({
      label: 'Payment Status',
      type: 'choice',
      choices: expect.arrayContaining([{ value: 'Paid', label: 'Paid' }]),
      custom: true,
    });
  });

  it('leave out what is switched off', async () => {
    const fields = await fieldsOf('inventory', 'sales-order');
    expect([...fields.keys()]).toEqual(['custom_fields.cf_tallybridge_order']);
  });

  it('are all fields of a CRM module', async () => {
    const fields = await fieldsOf('crm', 'contact');
    expect(fields.get('Last_Name')).toMatchObject({ required: true, lengthMax: 80 });
    expect(fields.get('Card_Status')).toMatchObject({ type: 'choice', custom: true });
    expect(fields.get('Card_Status')?.choices?.map(({ value }) => value)).toEqual([
      'Valid',
      'Expires soon',
      'Expired',
      'Suspended',
    ]);
  });

  it('are all fields of Desk’s tickets, custom ones under cf', async () => {
    const fields = await fieldsOf('desk', 'ticket');
    expect(fields.get('cf.cf_order_value')).toMatchObject({ type: 'amount', custom: true });
    expect(fields.get('status')?.choices?.map(({ value }) => value)).toContain('Under Review');
    expect((await fieldsOf('desk', 'contact')).get('lastName')).toMatchObject({ required: true });
  });

  it('can be asked for of every record that a source names', async () => {
    for (const product of ['books', 'inventory', 'crm', 'desk'] as const) {
      for (const object of company.fields[product].objects) {
        expect(
          (await fieldsOf(product, object)).size,
          `${product} ${object}`,
        ).toBeGreaterThanOrEqual(product === 'books' || product === 'inventory' ? 1 : 10);
      }
    }
  });

  it('are refused in words without the permission', async () => {
    const limited = await connectCompany({ budgets: false, scopes: ['ZohoCRM.modules.ALL'] });
    const refusal = (product: string) => ({
      problem: { code: 'zoho-permission-missing', facts: { product } },
    });
    expect(await limited.fields.crm.readFields('contact')).toMatchObject(refusal('Zoho CRM'));
    expect(await limited.fields.books.readFields('invoice')).toMatchObject(refusal('Zoho Books'));
    expect(await limited.fields.desk.readFields('ticket')).toMatchObject(refusal('Zoho Desk'));
    await limited.zoho.close();
  });
});
