// One press of the button: sent as it is, or after the payer's bank was asked.
import type { PayRequest, PayView } from '../../functions/core/contract/charges.ts';
import { askPayer, browserFacts, lookAtDevice } from './bank.ts';
import type { Answered, PageApi } from './page-api.ts';

export type Press = Omit<PayRequest, 'secret' | 'confirmation'>;

export interface BankPlace {
  readonly place: HTMLElement;
  readonly title: string;
}

/** @param onBank the bank's page is shown, or gone again. */
export async function pay(
  api: PageApi,
  press: Press,
  confirms: boolean,
  { place, title }: BankPlace,
  onBank: (isShown: boolean) => void,
): Promise<Answered<PayView>> {
  if (!confirms) return api.pay(press);
  const start = await api.confirmation(press.transientToken);
  if (!start.ok) return start;
  const { referenceId, accessToken: token, collectionUrl: url } = start.value;
  await lookAtDevice(api.base, { url, token });
  const confirmation = { kind: 'device', referenceId, browser: browserFacts() } as const;
  const answer = await api.pay({ ...press, confirmation });
  if (!answer.ok || answer.value.challenge === undefined) return answer;
  onBank(true);
  await askPayer(api.base, place, title, answer.value.challenge);
  onBank(false);
  place.replaceChildren();
  return api.pay({ ...press, confirmation: { kind: 'returned' } });
}
