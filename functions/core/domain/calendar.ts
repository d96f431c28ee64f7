// Days of the books: an instant falls on one date in the organization's time zone.

/** `YYYY-MM-DD` of an instant (epoch ms) in an IANA time zone. */
export function dateIn(timeZone: string, instantMs: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instantMs));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
