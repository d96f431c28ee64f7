// Zoho's data centres: a connection made in one is worth nothing in another.

/** `eu` of `https://www.zohoapis.eu`; undefined for hosts that are not Zoho's (a test's, a proxy's). */
function dataCentreOf(url: string): string | undefined {
  return /(?:^|\.)zohoapis\.([a-z.]+)$/.exec(new URL(url).hostname)?.[1];
}

/** Whether both are addresses of Zoho and in different data centres. */
export function isOtherDataCentre(ours: string, theirs: string): boolean {
  if (!URL.canParse(ours) || !URL.canParse(theirs)) return false;
  const [here, there] = [dataCentreOf(ours), dataCentreOf(theirs)];
  return here !== undefined && there !== undefined && here !== there;
}
