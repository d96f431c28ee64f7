// The functions' environment variables, set in the Catalyst console; a missing one stops the function at load.

export function environmentVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`environment variable ${name} is not set`);
  return value;
}

/** Undefined when nobody has set it. */
export function environmentText(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** Off unless the variable is `on`. */
export function environmentSwitch(name: string): boolean {
  return process.env[name] === 'on';
}

/** Two keys of one kind while the one takes the place of the other. */
export interface RotatedKeys {
  /** Seals, signs and is told to others. */
  readonly current: string;
  /** Still believed: the variable with `_PREVIOUS` after its name. */
  readonly previous?: string;
}

/** base64 of 32 bytes each; they wrap the keys of all that is sealed. */
export function masterKeys(): RotatedKeys {
  return rotatedKeys('TALLYBRIDGE_MASTER_KEY');
}

/** base64 of 32 bytes each; they sign staff tokens. */
export function tokenKeys(): RotatedKeys {
  return rotatedKeys('TALLYBRIDGE_TOKEN_KEY');
}

/** A secret and, in the variable with `_PREVIOUS` after its name, the one that it takes the place of. */
export function rotatedKeys(name: string): RotatedKeys {
  const current = environmentVariable(name);
  const previous = process.env[`${name}_PREVIOUS`] ?? '';
  return previous === '' ? { current } : { current, previous };
}

/** Where the gateway is, instead of its own addresses: for a machine that has none but a stand-in. */
export function gatewayUrls(): Partial<Record<'sandbox' | 'live', string>> {
  const { TALLYBRIDGE_GATEWAY_SANDBOX_URL: sandbox, TALLYBRIDGE_GATEWAY_LIVE_URL: live } =
    process.env;
  return { ...(sandbox ? { sandbox } : {}), ...(live ? { live } : {}) };
}
