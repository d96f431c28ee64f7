// What goes wrong on the way of a refund, told in all four hosts at once: the words, and that the money moved once or not at all.
import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFaults, type Stage } from '../stage.ts';
import { type FourHosts, hosts, of, type PerHost, type Visit } from './four-hosts.ts';
import { askRefund, press, refund } from './panel-acts.ts';
import { decimal, type Sale, type Sales } from './sales.ts';

const REFUND_MINOR = 500;
const REFUND = decimal(REFUND_MINOR);

/** A way in which a refund fails at first; in the end it is made once, or not at all. */
interface FailingPath {
  readonly what: string;
  /** Before any host asks. */
  readonly arm?: (stage: Stage) => void;
  readonly walk: (visit: Visit, widget: Frame, heldMinor: number) => Promise<void>;
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
    },
    async walk(visit, widget) {
      await refund(widget, REFUND);
      await widget.getByText('Outcome unknown').first().waitFor();
      await visit.picture('refund-unknown');
      // The gateway tells of it: the panel shows it without a word of anybody.
      await widget.getByText('Refund accepted').first().waitFor();
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
  let heldMinor = 0;

  test.each(paths)('$what', async ({ arm, walk, isRefunded }) => {
    const { stage, four, sales } = scene();
    if (sold === undefined) {
      sold = await sales.buyForEach(true);
      heldMinor = sold.values().next().value?.totalMinor ?? 0;
    }
    arm?.(stage);
    await four.inEach(async (visit) =>
      walk(visit, await visit.open(sales.path(visit.host, of(sold, visit))), heldMinor),
    );
    if (isRefunded) heldMinor -= REFUND_MINOR;
    await sales.compareAll(sold, () => decimal(heldMinor));
  });
}
