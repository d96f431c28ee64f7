// The billing and shipping address of Zoho's finance records, alike in Books and Inventory.

/** Rows for `fieldCatalog`. */
export const SIDE_ADDRESSES = ['Billing', 'Shipping'].map(rowsOf).join('');

function rowsOf(side: string): string {
  const path = `${side.toLowerCase()}_address`;
  return `
${path}.attention | text | ${side} attention
${path}.address | text 500 | ${side} street 1
${path}.street2 | text 255 | ${side} street 2
${path}.city | text 100 | ${side} city
${path}.state | region 100 | ${side} state
${path}.zip | postal-code 50 | ${side} ZIP code
${path}.country | country 100 | ${side} country
${path}.phone | phone 50 | ${side} phone
${path}.fax | phone 50 | ${side} fax
`;
}
