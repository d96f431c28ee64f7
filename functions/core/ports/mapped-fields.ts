// What mappings make of a record beside what we write ourselves.

/**
 * Fields by the product's own names, nested as its records are, amounts as decimal text. Amounts, accounts, items and
 * keys of ours are not among them, and whoever writes the record puts ours over what is.
 */
export type MappedFields = Readonly<Record<string, unknown>>;
