// Small values and refusals in WordPress' own form.

/** `2026-11-22T09:30:00`, or null when it has not happened. */
export function restDate(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString().slice(0, 19);
}

/** `{code, message, data: {status}}`, the one error shape of the WordPress REST API. */
export function refusal(
  status: number,
  code: string,
  message: string,
  more: object = {},
): Response {
  return Response.json({ code, message, data: { status, ...more } }, { status });
}

/** A parameter that does not fit its schema. */
export function invalidParameter(name: string, detail: string): Response {
  return refusal(400, 'rest_invalid_param', `Invalid parameter(s): ${name}`, {
    params: { [name]: detail },
    details: { [name]: { code: 'rest_invalid_type', message: detail, data: null } },
  });
}
