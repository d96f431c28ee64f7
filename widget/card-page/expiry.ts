// Reads an expiry as people type it: 8/29, 08/29, 08 / 2029, 0829.

/** Two-digit month and four-digit year, as the gateway wants them; undefined when it is no month of a year. */
export function readExpiry(
  text: string,
): { readonly month: string; readonly year: string } | undefined {
  const match =
    /^(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})$/.exec(text.trim()) ??
    /^(\d{2})(\d{2})$/.exec(text.trim());
  const month = Number(match?.[1]);
  const year = match?.[2] ?? '';
  if (!(month >= 1 && month <= 12)) return undefined;
  return { month: String(month).padStart(2, '0'), year: year.length === 2 ? `20${year}` : year };
}
