// Where sealed texts lie: the column, the row's key, and the column that changes with each new secret.
import type { TableName } from '../store/schema.ts';

interface SealedColumn {
  readonly sealed: string;
  readonly key: string;
  /** A number that is another one after each new secret. */
  readonly guard: string;
}

/** Every `encrypted text` column of the schema; a test holds both together. */
export const sealedColumns: Partial<Readonly<Record<TableName, SealedColumn>>> = {
  Installations: { sealed: 'secrets', key: 'installation_key', guard: 'updated_at' },
  Merchants: { sealed: 'secrets', key: 'merchant_key', guard: 'updated_at' },
  Tokens: { sealed: 'value', key: 'token_key', guard: 'expires_at' },
};
