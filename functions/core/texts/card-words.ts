// A card in a sentence.
import { brandName, type Card } from '../domain/card.ts';

interface Words {
  readonly card: (brand: string, lastFour: string) => string;
  readonly unnamedCard: string;
}

/** By its brand's name and last four digits; just as the card where one of them is not known. */
export function cardWords(card: Card | undefined, words: Words): string {
  const name = brandName(card?.brand);
  return card === undefined || name === undefined
    ? words.unnamedCard
    : words.card(name, card.lastFour);
}
