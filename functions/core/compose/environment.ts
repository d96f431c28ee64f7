// The functions' environment variables, set in the Catalyst console; a missing one stops the function at load.

export function environmentVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`environment variable ${name} is not set`);
  return value;
}

/** Off unless the variable is `on`. */
export function environmentSwitch(name: string): boolean {
  return process.env[name] === 'on';
}
