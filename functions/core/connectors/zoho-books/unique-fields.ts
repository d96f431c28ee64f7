// The custom fields ("no duplicates") that make our writes to the books safe to repeat; an administrator creates them.

/** API name of the field per module. */
export const uniqueField = {
  contact: 'cf_tallybridge_customer',
  invoice: 'cf_tallybridge_invoice',
  payment: 'cf_tallybridge_payment',
  creditNote: 'cf_tallybridge_credit_note',
} as const;
