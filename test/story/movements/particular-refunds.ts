// Movements of a part that somebody chooses: lines of an invoice, one of several captures.
import { expect, test } from 'vitest';
import { axeFaults } from '../../axe.ts';
import type { Scene } from './failing-paths.ts';
import { askWithReason, begin, expectInBooks, press } from './panel-acts.ts';
import { decimal } from './sales.ts';

const CAPTURE_MINOR = 2_000;

export function particularRefunds(scene: () => Scene): void {
  test('in Books, a clerk chooses lines of the invoice, and just these are credited', async () => {
    const { four, sales } = scene();
    const sale = await sales.buy(true);
    await sales.compare();
    let refundedMinor = 0;
    await four.inEach(
      async (visit) => {
        const widget = await visit.open(sales.path('books', sale));
        await begin(widget, 'Refund…');
        await widget.getByText('Choose lines of the invoice…').click();
        await widget
          .getByLabel(/^Quantity of/)
          .first()
          .fill('1');
        const amount = await widget.getByLabel('Amount').inputValue();
        refundedMinor = Math.round(Number(amount) * 100);
        await widget.getByLabel('Reason').fill('Damaged');
        await visit.picture('refund-by-lines');
        await press(widget, /^Refund USD/);
        await widget.getByText('By one line').waitFor();
        await expectInBooks(widget, `Credit note, USD ${amount}, invoice`);
        expect(await axeFaults(widget)).toEqual([]);
        await press(widget, /^Yes, refund/);
        await widget.getByText('Refund accepted').first().waitFor();
      },
      ['books'],
    );
    await sales.compare();
    await sales.expectHeld(sale, decimal(sale.totalMinor - refundedMinor));
  });

  test('in the CRM, one of two captures is voided: just that much leaves the books', async () => {
    const { four, sales } = scene();
    const sale = await sales.buy(false);
    await sales.compare();
    await sales.market.capture(sale, CAPTURE_MINOR);
    await sales.market.capture(sale, sale.totalMinor - CAPTURE_MINOR);
    await sales.compare();
    await four.inEach(
      async (visit) => {
        const widget = await visit.open(sales.path('crm', sale));
        await askWithReason(widget, `Void USD ${decimal(CAPTURE_MINOR)}…`, 'Counted twice');
        await expectInBooks(widget, 'Customer payment lowered');
        await visit.picture('void-one-capture');
        await press(widget, /^Yes, void/);
        await widget.getByText(/is not taken from/).waitFor();
      },
      ['crm'],
    );
    await sales.compare();
    await sales.expectHeld(sale, decimal(sale.totalMinor - CAPTURE_MINOR));
    expect(sales.orderStatus(sale)).toBe('processing');
  });
}
