// The version of what rows hold. Columns are only ever added, so older and newer code work side by side.

/**
 * 1: the first. 2: `Payments.reread_at` says when a payment is read again; secrets are wrapped by a named master key; the
 * organizations stand in columns of their own.
 */
export const DATA_VERSION = 2;
