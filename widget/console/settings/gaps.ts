// What an administrator still has to connect, in words.
import type { ConnectionView } from '../../../functions/core/contract/connection.ts';
import type { SettingsMessages } from './en-settings.ts';

export function gapsOf(
  connection: ConnectionView,
  { gaps }: Pick<SettingsMessages, 'gaps'>,
): readonly string[] {
  const { merchants, shop } = connection;
  return [
    ...(merchants.length === 0 ? [gaps.noMerchant] : []),
    ...merchants.flatMap(({ merchantId, currencies, webhookKeyIds }) => [
      ...(currencies.length === 0 ? [gaps.noCurrency(merchantId)] : []),
      ...(webhookKeyIds.length === 0 ? [gaps.noWebhookKey(merchantId)] : []),
    ]),
    ...(shop === undefined ? [gaps.noShop] : []),
  ];
}
