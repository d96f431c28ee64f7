// Comma-separated values, as bulk jobs read and write them.

/** Lines with CRLF; a value is quoted when it has to be. */
export function toCsv(lines: readonly (readonly (string | null)[])[]): string {
  return lines.map((line) => `${line.map(toField).join(',')}\r\n`).join('');
}

function toField(value: string | null): string {
  if (value === null) return '';
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Records under the names of the first line; an empty field is null. */
export function fromCsv(text: string): Record<string, string | null>[] {
  const [names, ...lines] = parseLines(text);
  if (names === undefined) return [];
  return lines.map((line) =>
    Object.fromEntries(names.map((name, index) => [name, line[index] || null])),
  );
}

function parseLines(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    line.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (line.length > 1 || line[0] !== '') lines.push(line);
    line = [];
  }
  return lines;
}
