// How the file of a language hands its texts to the page's script: the server names it before, for customers who read that language.
import type { CardPageText } from './text.ts';

const place = globalThis as { tallybridgeText?: CardPageText };

export function offerText(text: CardPageText): void {
  place.tallybridgeText = text;
}

/** Undefined where the page is in English. */
export function offeredText(): CardPageText | undefined {
  return place.tallybridgeText;
}
