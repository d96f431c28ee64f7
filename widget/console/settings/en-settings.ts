// The settings page's English texts.

export const enSettings = {
  title: 'Tallybridge settings',
  loading: 'Reading the settings…',
  states: {
    active: 'Connected',
  } as Readonly<Record<string, string>>,
  otherState: (state: string) => `Set-up not finished (${state})`,
  intro: (name: string) => `What is joined for ${name}.`,
  missing: 'What is missing',
  complete: 'Nothing is missing.',
  gaps: {
    noMerchant:
      'No Cybersource merchant is connected, so no payment can be shown or refunded. An administrator adds one with its keys.',
    noWebhookKey: (merchant: string) =>
      `Merchant ${merchant} has no webhook key: payments are found by asking each minute instead of at once.`,
    noCurrency: (merchant: string) =>
      `Merchant ${merchant} has no currency with a clearing account: its payments cannot be booked.`,
    noShop: 'No web shop is connected: payments are joined to invoices only by their number.',
  },
  zoho: 'Zoho',
  zohoFacts: {
    books: 'Books and Inventory organization',
    crm: 'CRM organization',
    desk: 'Desk organization',
    timeZone: 'Time zone of the books',
    api: 'Data centre',
  },
  merchants: 'Cybersource merchants',
  currencies: 'Currencies',
  webhookKeys: 'Webhook keys',
  none: 'None',
  webhook: 'Webhook address',
  shop: 'Web shop',
  shopUrl: 'Shop',
  copy: 'Copy',
  copied: 'Copied',
  copyLabel: (what: string) => `Copy the webhook address of ${what}`,
  readOnly: 'These settings are changed by an administrator with the set-up command.',
};

export type SettingsMessages = typeof enSettings;
