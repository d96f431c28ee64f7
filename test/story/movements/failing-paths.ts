// What goes wrong on the way of a refund, told in all four hosts at once: the words, and that the money moved once or not at all.
import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFaults } from '../../axe.ts';
import { passTime } from '../../battery/company/heal.ts';
import { type Stage, widgetOf } from '../stage.ts';
import { type FourHosts, hosts, of, type PerHost, type Visit } from './four-hosts.ts';
import { askRefund, press, refund } from './panel-acts.ts';
import { decimal, type Sale, type Sales } from './sales.ts';

const REFUND_MINOR = 500;
const REFUND = decimal(REFUND_MINOR);
/** Until then the gateway is asked what came of it. */
const NEXT_CHECK_MS = 3 * 60_000;

/** A way in which a refund fails at first; in the end it is made once, or not at all. */
interface FailingPath {
  readonly what: string;
  /** Before any host asks. */
  readonly arm?: (stage: Stage) => void;
  readonly walk: (visit: Visit, widget: Frame, heldMinor: number) => Promise<void>;
  /** What happens once all hosts are there, and what each shows of it without a reload. */
  readonly later?: {
    readonly happens: (stage: Stage) => Promise<void>;
    readonly seen: (widget: Frame) => Promise<void>;
  };
  readonly isRefunded: boolean;
}

const paths: readonly FailingPath[] = [
  {
    what: 'the gateway declines: nothing moves',
    arm: ({ sandbox }) => sandbox.cybersource.faults.switches.set('refund-decline', hosts.length),
    async walk(visit, widget) {
      await refund(widget, REFUND);
      await widget.getByText('Refund declined').first().waitFor();
      expect(await axeFaults(widget)).toEqual([]);
      await visit.picture('refund-declined');
    },
    isRefunded: false,
  },
  {
    what: 'the answer is lost: unknown, then found at the gateway',
    arm({ sandbox }) {
      const times = hosts.length;
      sandbox.cybersource.faults.arm({
        mode: 'cut-after',
        method: 'POST',
        path: '/refunds',
        times,
      });
      // Else the gateway's own word could come before anybody has seen that nothing is known.
      sandbox.cybersource.faults.switches.set('webhook-drop', Number.POSITIVE_INFINITY);
    },
    async walk(visit, widget) {
      await refund(widget, REFUND);
      await widget.getByText('Outcome unknown').first().waitFor();
      await visit.picture('refund-unknown');
    },
    later: {
      async happens({ sandbox }) {
        sandbox.cybersource.faults.clear();
        await passTime(sandbox, NEXT_CHECK_MS);
      },
      async seen(widget) {
        await widget.getByText('Refund accepted').first().waitFor();
      },
    },
    isRefunded: true,
  },
  {
    what: 'the host passes the answer not on: asked again, it is the same refund',
    async walk(visit, widget) {
      await failOnce(visit, '/refunds');
      await refund(widget, REFUND);
      await widget.getByText('No answer yet').first().waitFor();
      await visit.picture('refund-unanswered');
      await press(widget, 'Ask again');
      await widget.getByText('Refund accepted').first().waitFor();
    },
    isRefunded: true,
  },
  {
    what: 'the computer is offline: the refund goes out by itself once it is back',
    async walk(visit, widget) {
      await askRefund(widget, REFUND);
      await visit.page.context().setOffline(true);
      await press(widget, /^Yes, refund/);
      await widget.getByText('This computer is offline.').waitFor();
      await visit.picture('refund-offline');
      await visit.page.context().setOffline(false);
      await widget.getByText('Refund accepted').first().waitFor();
    },
    isRefunded: true,
  },
  {
    what: 'the page is loaded anew in the middle: the same refund goes on',
    async walk(visit, widget, heldMinor) {
      const { made } = await holdBack(visit, '/refunds');
      await refund(widget, REFUND);
      await widget.getByText('Asking the gateway', { exact: false }).waitFor();
      await visit.picture('refund-sending');
      await made;
      const again = await visit.reload();
      await again.getByText(`USD ${decimal(heldMinor - REFUND_MINOR)} can go back`).waitFor();
      await visit.picture('refund-resumed');
    },
    isRefunded: true,
  },
];

/** The next call of this path is made, but the host has no answer to it. */
async function failOnce({ page }: Visit, path: string): Promise<void> {
  let isDone = false;
  await page.route('**/proxy', async (route) => {
    if (isDone || !route.request().postData()?.includes(path)) return route.continue();
    isDone = true;
    await route.fetch();
    return route.fulfill({ status: 502, body: 'Bad gateway' });
  });
}

/** The next call of this path is made and never answered; `made` resolves when it is made. */
async function holdBack(
  { page }: Visit,
  path: string,
): Promise<{ readonly made: Promise<unknown> }> {
  const { promise: made, resolve } = Promise.withResolvers<unknown>();
  let isDone = false;
  await page.route('**/proxy', async (route) => {
    if (isDone || !route.request().postData()?.includes(path)) return route.continue();
    isDone = true;
    resolve(await route.fetch());
  });
  return { made };
}

/** What the stories play on. */
export interface Scene {
  readonly stage: Stage;
  readonly four: FourHosts;
  readonly sales: Sales;
}

/** Registers the tests; the scene is there once they run. */
export function failingPaths(scene: () => Scene): void {
  let sold: PerHost<Sale>;

  test.each(paths)('$what', async ({ arm, walk, later, isRefunded }) => {
    const { stage, four, sales } = scene();
    sold ??= await sales.buyForEach(true);
    // Of each by itself: what failed in one host before is not laid on this path.
    const before = new Map([...sold.values()].map((sale) => [sale, sales.heldMinor(sale)]));
    const heldMinor = (sale: Sale) => before.get(sale) ?? 0;
    arm?.(stage);
    await four.inEach(async (visit) => {
      const sale = of(sold, visit);
      await walk(visit, await visit.open(sales.path(visit.host, sale)), heldMinor(sale));
    });
    if (later !== undefined) {
      await later.happens(stage);
      await four.inEach(async ({ page }) => later.seen(await widgetOf(page)));
    }
    const refundedMinor = isRefunded ? REFUND_MINOR : 0;
    await sales.compareAll(sold, (sale) => decimal(heldMinor(sale) - refundedMinor));
  });
}
