// A customer at our card page: card and address typed in, as a person without saved data does it.
import type { Page } from 'playwright-core';

export const TEST_CARD = '4111111111111111';

/** Fills all fields; pressing the button is left to the story. */
export async function fillCardPage(customer: Page, email: string): Promise<void> {
  await customer.frameLocator('#card-number iframe').locator('input').fill(TEST_CARD);
  await customer.frameLocator('#security-code iframe').locator('input').fill('123');
  await customer.getByLabel('Expires (MM/YY)').fill('12/31');
  for (const [label, value] of [
    ['First name', 'Sam'],
    ['Last name', 'Field'],
    ['E-mail', email],
    ['Street and number', '1 Market St'],
    ['City', 'San Francisco'],
    ['State or region', 'CA'],
    ['Postal code', '94105'],
  ] as const) {
    await customer.getByLabel(label, { exact: true }).fill(value);
  }
  await customer.getByLabel('Country').selectOption('US');
}
