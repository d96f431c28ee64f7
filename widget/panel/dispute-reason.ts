// Why a payment is disputed, in the reader's language: the server keeps it in English.
import type { Messages } from '../text/en.ts';

/** @param reason a family of reasons, with the card scheme's code behind it. */
export function disputeReason(reason: string, { facts, unknownReason }: Messages): string {
  const strange = /^Reason (\S+) of the card scheme/.exec(reason)?.[1];
  if (strange !== undefined) return unknownReason(strange);
  const [, family = reason, code] = /^(.*) \(reason ([^()]+)\)$/.exec(reason) ?? [];
  const told = facts[family];
  if (told === undefined) return reason;
  return code === undefined ? told : `${told} (${code})`;
}
