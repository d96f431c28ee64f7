// The path that a route sees: whether Catalyst passes `/server/<function>` and `/execute` on is not certain.

/** Strips an optional `/server/<function>` and an optional `/execute` from the front of a path. */
export function routePath(path: string): string {
  const stripped = path.replace(/^\/server\/[^/]+/, '').replace(/^\/execute(?=\/|$)/, '');
  return stripped === '' ? '/' : stripped;
}
