// CRM's error objects: for a whole request, and for one row of a write.
import type { Json } from '../books/blank.ts';

/** Thrown for a request that is refused as a whole. */
export class CrmRefusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Json;

  constructor(code: string, message: string, status: number, details: Json = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }

  response(): Response {
    const { code, details, message, status } = this;
    return Response.json({ code, details, message, status: 'error' }, { status });
  }
}

export const crmRefusals = {
  noToken: () => new CrmRefusal('AUTHENTICATION_FAILURE', 'Authentication failed', 401),
  token: () => new CrmRefusal('INVALID_TOKEN', 'invalid oauth token', 401),
  scope: () =>
    new CrmRefusal('OAUTH_SCOPE_MISMATCH', 'invalid oauth scope to access this URL', 401),
  permission: () => new CrmRefusal('NO_PERMISSION', 'permission denied', 403),
  url: () =>
    new CrmRefusal(
      'INVALID_URL_PATTERN',
      'Please check if the URL trying to access is a correct one',
      404,
    ),
  module: () => new CrmRefusal('INVALID_MODULE', 'the module name given seems to be invalid', 400),
  body: () =>
    new CrmRefusal('INVALID_DATA', 'body is not a valid JSON object', 400, {
      expected_data_type: 'jsonobject',
    }),
  missingParameter: (name: string) =>
    new CrmRefusal('REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', 400, {
      param_name: name,
    }),
  missing: (name: string) =>
    new CrmRefusal('MANDATORY_NOT_FOUND', 'required field not found', 400, {
      api_name: name,
      json_path: `$.${name}`,
    }),
  invalid: (name: string, details: Json = {}) =>
    new CrmRefusal('INVALID_DATA', 'invalid data', 400, {
      api_name: name,
      json_path: `$.${name}`,
      ...details,
    }),
  tooMany: () =>
    new CrmRefusal('TOO_MANY_REQUESTS', 'Too many requests fired in the given time', 429),
  page: () =>
    new CrmRefusal(
      'DISCRETE_PAGINATION_LIMIT_EXCEEDED',
      'You can only get the first 2000 records without using page_token param',
      400,
    ),
} as const;

/** One row of a write's answer that failed. */
export interface RowProblem {
  readonly code: string;
  readonly details: Json;
  readonly message: string;
  readonly status: 'error';
}

function rowProblem(code: string, message: string, details: Json): RowProblem {
  return { code, details, message, status: 'error' };
}

const at = (row: number, apiName: string) => ({
  api_name: apiName,
  json_path: `$.data[${row}].${apiName}`,
});

export const rowProblems = {
  missing: (row: number, apiName: string) =>
    rowProblem('MANDATORY_NOT_FOUND', 'required field not found', at(row, apiName)),
  invalid: (row: number, apiName: string, details: Json) =>
    rowProblem('INVALID_DATA', 'invalid data', { ...details, ...at(row, apiName) }),
  unknownId: (row: number) =>
    rowProblem('INVALID_DATA', 'the id given seems to be invalid', at(row, 'id')),
  duplicate: (row: number, apiName: string, id: string, module: string) =>
    rowProblem('DUPLICATE_DATA', 'duplicate data', {
      ...at(row, apiName),
      id,
      duplicate_record: { id, module: { api_name: module } },
    }),
} as const;
