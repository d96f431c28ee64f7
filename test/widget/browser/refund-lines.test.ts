// A refund by lines of the invoice in the built panel: chosen, added up, confirmed, sent; and the receipt that is left.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panelReply, paymentView } from '../payments.ts';
import { movement, refundOf, sidewaysScroll } from './panel-walk.ts';
import { openStage, type Stage } from './widget-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const views = [
  { name: 'narrow-dark', width: 320, height: 1180, dark: true },
  { name: 'wide-light', width: 1280, height: 760, dark: false },
];

const offers = [
  {
    action: 'refund',
    isPossible: true,
    isRecommended: true,
    maxMinor: 9_000,
    targets: [],
    cautions: [],
  } as const,
];

const invoiceLines = {
  invoiceNumber: 'INV-000123',
  lines: [
    {
      id: 'l1',
      name: 'Sencha, 100 g',
      quantityMilli: 3_000,
      totalMinor: 10_000,
      takenQuantityMilli: 1_000,
      takenMinor: 3_333,
    },
    {
      id: 'beside',
      name: '',
      quantityMilli: 1_000,
      totalMinor: 500,
      takenQuantityMilli: 0,
      takenMinor: 0,
    },
  ],
};

test.each(views)('a refund by lines comes to what the lines come to: $name', async (view) => {
  const before = paymentView({
    offers,
    invoice: {
      id: '460000000012345',
      number: 'INV-000123',
      url: 'https://books.zoho.eu/app/10234695#/invoices/460000000012345',
    },
  });
  stage.answer = ({ path, body }) => {
    if (path === '/panel') return panelReply([before]);
    if (path === '/refunds/lines') return invoiceLines;
    return movement(
      body,
      'succeeded',
      refundOf(before, { path, body }, { gatewayId: '7100000001' }),
    );
  };
  const { page, widget } = await stage.open(view);
  await widget.getByRole('button', { name: 'Refund…' }).click();
  await widget.getByText('Choose lines of the invoice…').click();
  await widget.getByText('2 of 3 left · USD 66.67 in all').waitFor();
  await widget.getByLabel('Quantity of Sencha, 100 g').fill('1');
  await widget.getByLabel('Quantity of Delivery and adjustments').fill('1');
  expect(await widget.getByLabel('Amount').inputValue()).toBe('38.34');
  await widget.getByLabel('Reason').fill('Damaged');
  await stage.picture(page, `refund-lines-${view.name}`);
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await widget.getByRole('button', { name: /^Refund USD 38.34/ }).click();
  await widget.getByText('By 2 lines').waitFor();
  await widget.getByRole('button', { name: 'Yes, refund USD 38.34' }).click();
  await widget.getByText('Refund accepted').first().waitFor();
  expect(stage.calls.find(({ path }) => path === '/refunds')?.body).toMatchObject({
    amountMinor: 3_834,
    lines: [
      { lineId: 'l1', quantityMilli: 1_000, amountMinor: 3_334 },
      { lineId: 'beside', quantityMilli: 1_000, amountMinor: 500 },
    ],
  });
  const invoice = widget.getByRole('link', { name: 'Invoice INV-000123' });
  expect(await invoice.getAttribute('href')).toContain('#/invoices/460000000012345');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await widget.getByRole('button', { name: 'Copy reference 7100000001' }).first().click();
  await widget
    .getByText(/Copied\.|It is marked/)
    .first()
    .waitFor();
  await stage.picture(page, `receipt-${view.name}`);
  expect(await stage.faults(widget)).toEqual([]);
  await page.close();
});

test('an amount that is typed instead of chosen drops the lines', async () => {
  const before = paymentView({ offers });
  stage.answer = ({ path, body }) => {
    if (path === '/panel') return panelReply([before]);
    if (path === '/refunds/lines') return invoiceLines;
    return movement(body, 'succeeded', refundOf(before, { path, body }));
  };
  const { page, widget } = await stage.open({});
  await widget.getByRole('button', { name: 'Refund…' }).click();
  await widget.getByText('Choose lines of the invoice…').click();
  await widget.getByLabel('Quantity of Sencha, 100 g').fill('2');
  expect(await widget.getByLabel('Amount').inputValue()).toBe('66.67');
  await widget.getByLabel('Amount').fill('50');
  expect(await widget.getByLabel('Quantity of Sencha, 100 g').inputValue()).toBe('');
  await widget.getByLabel('Reason').fill('Price lowered');
  await widget.getByRole('button', { name: /^Refund USD 50/ }).click();
  await widget.getByRole('button', { name: 'Yes, refund USD 50.00' }).click();
  await widget.getByText('Refund accepted').first().waitFor();
  expect(stage.calls.find(({ path }) => path === '/refunds')?.body).not.toHaveProperty('lines');
  await page.close();
});
