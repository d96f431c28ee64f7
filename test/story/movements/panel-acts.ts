// What a clerk presses in the panel again and again.
import type { Frame } from 'playwright-core';

export async function press(widget: Frame, name: string | RegExp): Promise<void> {
  await widget.getByRole('button', { name }).first().click();
}

/** Under “More” stands what is not the recommended thing. */
export async function begin(widget: Frame, name: string | RegExp): Promise<void> {
  const button = widget.getByRole('button', { name }).first();
  const more = widget.locator('details.more > summary');
  await button.or(more).first().waitFor();
  if (!(await button.isVisible())) await more.click();
  await button.click();
}

/** Fills the refund's form and goes on to its confirmation. */
export async function askRefund(widget: Frame, amount: string): Promise<void> {
  await begin(widget, 'Refund…');
  await widget.getByLabel('Amount').fill(amount);
  await press(widget, 'Goods returned');
  await press(widget, /^Refund USD/);
}

export async function refund(widget: Frame, amount: string): Promise<void> {
  await askRefund(widget, amount);
  await press(widget, /^Yes, refund/);
}

/** Fills the form of a void, a release or a refund that is called back, and goes on to its confirmation. */
export async function askWithReason(
  widget: Frame,
  button: string | RegExp,
  reason: string,
): Promise<void> {
  await begin(widget, button);
  await widget.getByLabel('Reason').fill(reason);
  await press(widget, 'Next');
}

/** Opens what the books will have of it, and waits for a sentence there. */
export async function expectInBooks(widget: Frame, sentence: string): Promise<void> {
  await widget.getByText('What will be written in Books').click();
  await widget.getByText(sentence).first().waitFor();
}
