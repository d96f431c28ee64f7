// What the panel's browser tests do again and again: a refund by mouse or keyboard, and answers to it.
import type { Frame, Page } from 'playwright-core';
import type { PaymentView } from '../../../functions/core/contract/panel.ts';
import { NOW, withRefund } from '../payments.ts';
import type { ApiCall } from './widget-stage.ts';

export function unknownRefund(payment: PaymentView): PaymentView {
  return withRefund(payment, {
    amountMinor: 1_500,
    state: 'unknown',
    at: NOW - 4 * 60_000,
    intentId: '01K0000000000000000000000B',
    reason: 'Paid twice',
    nextCheckAt: NOW + 2 * 60_000,
  });
}

export function refundOf(
  payment: PaymentView,
  call: ApiCall,
  changes: Partial<PaymentView['timeline'][number]> = {},
): PaymentView {
  return withRefund(payment, {
    amountMinor: Number(call.body.amountMinor),
    intentId: String(call.body.intentId),
    reason: String(call.body.reason),
    ...changes,
  });
}

export function movement(body: ApiCall['body'], state: string, payment: PaymentView): object {
  return { now: NOW, intentId: body.intentId, state, payment };
}

export function nothingCaptured(): PaymentView['limits'] {
  return {
    capturedMinor: 0,
    refundedMinor: 0,
    pendingMinor: 0,
    unknownMinor: 0,
    disputedMinor: 0,
    leftMinor: 0,
  };
}

export async function refund(widget: Frame, amount: string, reason: string): Promise<void> {
  await widget.getByRole('button', { name: 'Refund…' }).click();
  await widget.getByLabel('Amount').fill(amount);
  await widget.getByLabel('Reason').fill(reason);
  await widget.getByRole('button', { name: /^Refund USD/ }).click();
  await widget.getByRole('button', { name: /^Yes, refund/ }).click();
}

/** Presses Tab until the element with this text has the focus. */
export async function tabTo(page: Page, widget: Frame, label: string): Promise<void> {
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(widget)) === label) return;
  }
  throw new Error(`Tab does not reach “${label}”`);
}

/** Id or text of the focused element. */
export function focused(widget: Frame): Promise<string> {
  return widget.evaluate(() => {
    const element = document.activeElement;
    return element?.id || element?.textContent?.trim() || '';
  });
}

export function sidewaysScroll(widget: Frame): Promise<number> {
  return widget.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
