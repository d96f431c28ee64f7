// What cannot be done with a payment, or not alone: said in all four hosts, with the reason, and nothing moves.
import type { Frame } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { passTime } from '../../battery/company/heal.ts';
import type { Scene } from './failing-paths.ts';
import type { Visit } from './four-hosts.ts';
import { begin, press } from './panel-acts.ts';
import { decimal, type Sale } from './sales.ts';

const HOUR_MS = 3_600_000;
/** Enough of it to be above what a clerk refunds alone. */
const MANY = 20;
const ABOVE_LIMIT = '500.01';
const DISPUTED_MINOR = 4_000;

/** @param review a payment for an invoice that is held for review. */
export function closedDoors(scene: () => Scene, review: () => Promise<Sale>): void {
  describe('what is not possible is said, with its reason', () => {
    let plain: Sale;
    let large: Sale;
    let disputed: Sale;

    beforeAll(async () => {
      const { sales, stage } = scene();
      const openedAtMs = stage.sandbox.clock.now() + HOUR_MS;
      [plain, large, disputed] = await Promise.all([
        sales.buy(true),
        sales.buy(true, MANY),
        sales.buyDisputed(DISPUTED_MINOR, openedAtMs),
      ]);
      await sales.compare();
      await passTime(stage.sandbox, 2 * HOUR_MS);
    });

    /** Looks at one payment in all hosts; it is as before afterwards. */
    async function look(
      sale: Sale,
      walk: (visit: Visit, widget: Frame) => Promise<void>,
      { account = 'agent', held = decimal(sale.totalMinor) } = {},
    ): Promise<void> {
      const { four, sales } = scene();
      await four.inEach(async (visit) =>
        walk(visit, await visit.open(sales.path(visit.host, sale), account)),
      );
      await sales.compare();
      await sales.expectHeld(sale, held);
    }

    test('above the limit a clerk asks an approver, and nothing moves before', () =>
      look(large, async (visit, widget) => {
        await begin(widget, 'Refund…');
        await widget.getByLabel('Amount').fill(ABOVE_LIMIT);
        await widget.getByText('Needs approval by an approver.').waitFor();
        await press(widget, 'Goods returned');
        await press(widget, 'Ask for approval…');
        await visit.picture('approval-confirm');
        await press(widget, 'Ask for approval');
        await widget.getByText('Waits for approval').first().waitFor();
        await visit.picture('approval-asked');
      }));

    test('a disputed payment says so, and its refund needs an approver', () =>
      look(disputed, async (visit, widget) => {
        await widget.getByText('Disputed', { exact: true }).first().waitFor();
        await widget.getByText('The disputed money cannot be refunded.').waitFor();
        await visit.picture('disputed');
        await begin(widget, 'Refund…');
        await widget.getByLabel('Amount').fill('10');
        await widget.getByText('Needs approval by an approver.').waitFor();
        await visit.picture('disputed-refund');
      }));

    test('a payment in review can neither be captured nor refunded', async () => {
      const held = await review();
      await look(
        held,
        async (visit, widget) => {
          await widget.getByText('Held for review').first().waitFor();
          await widget.getByText('More', { exact: true }).click();
          await widget.getByText('The payment is held for review.').first().waitFor();
          for (const action of ['Capture…', 'Refund…']) {
            expect(await widget.getByRole('button', { name: action }).count()).toBe(0);
          }
          await visit.picture('in-review');
        },
        { held: '0.00' },
      );
    });

    test('whoever only looks is told so, and finds no button', () =>
      look(
        plain,
        async (visit, widget) => {
          await widget.getByText('As viewer you can see payments but not refund them').waitFor();
          for (const action of ['Refund…', /^Void/]) {
            expect(await widget.getByRole('button', { name: action }).count()).toBe(0);
          }
          await visit.picture('viewer');
        },
        { account: 'viewer' },
      ));
  });
}
