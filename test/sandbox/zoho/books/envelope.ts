// Refusals of Books and Inventory: the code, the text and the HTTP status they come with.

/** Thrown by the ledger; the routes answer it as `{code, message}`. */
export class BooksRefusal extends Error {
  readonly code: number;
  readonly status: 400 | 401 | 404;

  constructor(code: number, message: string, status: 400 | 401 | 404 = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Code 4 is answered for a wrong and for a missing field alike. */
export function invalidValue(field: string): BooksRefusal {
  return new BooksRefusal(4, `Invalid value passed for ${field}`);
}

/** Code 4 for rules whose own code is not known: clients must not tell them apart by code. */
export function refused(message: string): BooksRefusal {
  return new BooksRefusal(4, message);
}

export function notFound(resource: string): BooksRefusal {
  return new BooksRefusal(1002, `${resource} does not exist.`, 404);
}

export function alreadyExists(resource: string, number: string): BooksRefusal {
  return new BooksRefusal(1001, `${resource} "${number}" already exists.`);
}

export const refusals = {
  notJson: () => new BooksRefusal(1038, 'JSON is not well formed'),
  organization: () => new BooksRefusal(2, 'Invalid value passed for organization_id'),
  token: () => new BooksRefusal(14, 'Invalid value passed for authtoken.', 401),
  notAUser: (organizationId: string) =>
    new BooksRefusal(
      6041,
      `This user is not associated with the CompanyID/CompanyName:${organizationId}.`,
      401,
    ),
  scope: () => new BooksRefusal(57, 'You are not authorized to perform this operation', 401),
  url: () => new BooksRefusal(5, 'Invalid URL Passed', 404),
  tooLong: (field: string, max: number) =>
    new BooksRefusal(15, `Please ensure that the ${field} has less than ${max} characters.`),
  duplicateContact: (name: string) =>
    new BooksRefusal(
      3062,
      `The customer "${name}" already exists. Please specify a different name.`,
    ),
  closedInvoice: () =>
    new BooksRefusal(12006, 'Credits cannot be applied to invoices that are in closed status.'),
  overBalance: () =>
    new BooksRefusal(
      24016,
      'The amount entered is more than the balance due for the selected invoices.',
    ),
  journalTax: () => new BooksRefusal(110942, 'Tax is not supported on journals.'),
} as const;
