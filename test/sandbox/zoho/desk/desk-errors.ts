// Desk's error objects.

export interface FieldError {
  /** JSON pointer of the field. */
  readonly fieldName: string;
  readonly errorType: 'invalid' | 'duplicate' | 'missing';
  readonly errorMessage: string;
}

export class DeskRefusal extends Error {
  readonly errorCode: string;
  readonly status: number;
  readonly errors: readonly FieldError[] | undefined;

  constructor(errorCode: string, message: string, status: number, errors?: readonly FieldError[]) {
    super(message);
    this.errorCode = errorCode;
    this.status = status;
    this.errors = errors;
  }

  response(): Response {
    const { errorCode, message, errors, status } = this;
    const body = errors === undefined ? { errorCode, message } : { errorCode, message, errors };
    return Response.json(body, { status });
  }
}

export const deskRefusals = {
  noToken: () =>
    new DeskRefusal('UNAUTHORIZED', 'You are not authenticated to perform this operation.', 401),
  token: () => new DeskRefusal('INVALID_OAUTH', 'The OAuth Token you provided is invalid.', 401),
  scope: () =>
    new DeskRefusal(
      'SCOPE_MISMATCH',
      'The OAuth Token you provided does not have the scope for this operation.',
      403,
    ),
  noOrganization: () => deskRefusals.field('orgId', 'missing'),
  organization: () =>
    new DeskRefusal(
      'OAUTH_ORG_MISMATCH',
      'The OAuth Token you provided does not belong to this organization.',
      403,
    ),
  url: () => new DeskRefusal('URL_NOT_FOUND', 'The URL you requested could not be found.', 404),
  body: () => new DeskRefusal('BAD_REQUEST', 'The request body is not a valid JSON object.', 400),
  field: (name: string, errorType: FieldError['errorType'], errorMessage = '') =>
    new DeskRefusal('INVALID_DATA', 'The data is invalid due to validation restrictions', 422, [
      { fieldName: `/${name}`, errorType, errorMessage },
    ]),
  tooMany: () =>
    new DeskRefusal(
      'TOO_MANY_REQUESTS',
      'You have reached the maximum number of simultaneous requests.',
      429,
    ),
  threshold: () =>
    new DeskRefusal(
      'THRESHOLD_EXCEEDED',
      'You have exceeded the maximum number of API requests for the day.',
      429,
    ),
} as const;
