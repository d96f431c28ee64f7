// What a closed step says of itself in one line.
import type { SetupStep, SetupView } from '../../../functions/core/contract/setup.ts';
import type { SettingsMessages } from './en-settings.ts';

export function summaryOf(step: SetupStep, setup: SetupView, messages: SettingsMessages): string {
  switch (step) {
    case 'sign-in':
      return setup.dataCentre === undefined ? '' : messages.signIn.done(setup.dataCentre);
    case 'organizations':
      return Object.values(setup.organizations)
        .map(({ name }) => name)
        .join(', ');
    case 'merchants':
      return setup.merchants.map(({ merchantId }) => merchantId).join(', ');
    case 'accounts': {
      const clearing = setup.merchants.flatMap((one) => Object.values(one.clearing));
      const { fee, dispute } = setup.accounts;
      const all = [...clearing, ...(fee ? [fee] : []), ...(dispute ? [dispute] : [])];
      return [...new Set(all.map(({ name }) => name))].join(', ');
    }
    case 'doors':
      return setup.channels.map(({ name }) => name).join(', ');
    case 'fields':
      return setup.fields?.missing.join(', ') ?? '';
    case 'webhooks':
    case 'test':
      return '';
  }
}
