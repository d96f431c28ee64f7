// The full address of a webhook, from the API's own address and the path that it names.

/**
 * @param apiBase `https://host/server/api`
 * @param path from the root (`/server/hooks/…`) or from the functions' base (`/hooks/…`)
 */
export function webhookAddress(apiBase: string, path: string): string {
  const functionsBase = apiBase.replace(/\/api$/, '');
  const { origin, pathname } = new URL(functionsBase);
  const fromRoot = pathname === '/' || path.startsWith(`${pathname}/`);
  return (fromRoot ? origin : functionsBase) + path;
}
