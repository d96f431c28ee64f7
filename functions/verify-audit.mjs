// Checks an exported audit chain offline: names the first row that was changed, removed, inserted or moved. One file, no dependencies, Node 20.
//
//   node verify-audit.mjs export.jsonl                     the chain by itself
//   node verify-audit.mjs export.jsonl earlier.jsonl       and against an earlier export
//   node verify-audit.mjs export.jsonl 240:9f86d0…         and against a noted place (row number, colon, hash)
//
// Ends with 0 when all is whole, 1 when something is wrong, 2 when the files can't be read.
// THE FORMAT "tallybridge-audit/1", written down so that anybody can check it with tools of their own:
//
// The file is UTF-8 text, one JSON object a line. The first line is the header: format, installation, exportedAt (epoch ms),
// after {number, hash} (the place that the first row follows; 0 and an empty hash for a whole chain), count (of rows),
// head {number, hash} (the last row), more (the chain went on), previousExport {number, hash, at} (where the export before ended).
//
// Each further line is a row with the fields of COLUMNS below and `hash`. All are texts but `at`, a whole number (epoch ms).
// `audit_key` is the installation, `|`, and the row's number in 12 digits; numbers begin with 1 and have no gaps.
// `detail` is a text that holds JSON; it is hashed as the text that it is.
//
// The hash of a row is SHA-256, in lower-case hex, of the UTF-8 bytes of one JSON object with exactly the fields of COLUMNS in
// exactly that order, without blanks: `{"audit_key":"…","once_key":"…",…}`. Texts are quoted as in RFC 8785, 3.2.2.2: `"` and
// `\` with a backslash; \b \t \n \f \r by these names; other characters below U+0020, and halves of surrogate pairs that stand
// alone, as \u and four lower-case hex digits; all else as it is. Numbers in decimal. (It is what JSON.stringify writes.)
//
// `previous_hash` is the hash of the row before; empty in row 1.
//
// WHAT IT PROVES: rows that hang together were written in this order, and none was changed unless all behind it were written anew as
// well. That is told only by a place that was noted before: an earlier export, a mail or a log line with number and hash.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const FORMAT = 'tallybridge-audit/1';
const COLUMNS = [
  'audit_key',
  'once_key',
  'installation',
  'at',
  'actor_id',
  'actor_name',
  'action',
  'subject',
  'detail',
  'previous_hash',
];

/**
 * Judges an export's text, alone and against an earlier export's text or `number:hash`.
 * @returns {{ok: boolean, row?: number, message: string}} `row` is the number of the first row that is wrong.
 */
export function verifyAudit(text, earlier) {
  const read = readExport(text);
  if (read.fault) return read.fault;
  const fault =
    followRows(read) ??
    compareHeader(read) ??
    (earlier === undefined ? undefined : compareWith(read, earlier));
  if (fault) return fault;
  const { header, rows } = read;
  const from = header.after.number + 1;
  const range = rows.length === 0 ? 'no rows' : `rows ${from} to ${header.head.number}`;
  const noted = earlier === undefined ? '' : ' It holds all that was noted earlier.';
  return {
    ok: true,
    message: `The chain is whole: ${range} of ${header.installation}, head ${header.head.hash}.${noted}`,
  };
}

function readExport(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const header = parse(lines[0] ?? '');
  if (header?.format !== FORMAT || !header.after || !header.head) {
    return { fault: wrong(undefined, `This is no export of the format ${FORMAT}.`) };
  }
  const rows = [];
  for (const [index, line] of lines.slice(1).entries()) {
    const row = parse(line);
    const expected = header.after.number + index + 1;
    if (row === undefined || typeof row.audit_key !== 'string') {
      return {
        fault: wrong(
          expected,
          `Row ${expected} (line ${index + 2}) was changed: it can't be read.`,
        ),
      };
    }
    rows.push({ ...row, number: numberOf(row, header.installation), line: index + 2 });
  }
  return { header, rows };
}

/** The first row, from the top, that is not what the rows around it say. */
function followRows({ header, rows }) {
  let before = header.after;
  for (const [index, row] of rows.entries()) {
    const expected = before.number + 1;
    const fault =
      judgeOrigin(header, row, expected) ??
      judgePlace(rows, index, before) ??
      judgeContent(rows, index, before) ??
      judgeLink(header, rows, index, before);
    if (fault) return fault;
    before = { number: row.number, hash: row.hash };
  }
  return undefined;
}

function judgeOrigin({ installation }, row, expected) {
  const isOwn = row.installation === installation && row.audit_key.startsWith(`${installation}|`);
  if (isOwn) return undefined;
  // Its own hash holds: written by the product, for somebody else.
  const what =
    hashOf(row) === row.hash
      ? 'was inserted: it is of the chain of another installation'
      : 'was changed';
  return wrong(expected, `Row ${expected} (line ${row.line}) ${what}.`);
}

/** Numbers go up by one. */
function judgePlace(rows, index, before) {
  const row = rows[index];
  const expected = before.number + 1;
  const next = rows[index + 1];
  if (row.number === expected) {
    // An exact copy is told where it comes a second time.
    const isTwin = next?.number === expected && !isCopy(next, row);
    return isTwin ? judgeTwins(rows, index, before) : undefined;
  }
  const isExtra = next?.number === expected && next.previous_hash === before.hash;
  const isRepeated = rows.filter((one) => one.number === row.number).length > 1;
  if (isRepeated && (isExtra || row.number < expected)) {
    return wrong(
      expected,
      `A row was inserted behind row ${before.number}: line ${row.line} repeats row ${row.number}.`,
    );
  }
  if (!Number.isInteger(row.number) || hashOf(row) !== row.hash) {
    const isInserted = isExtra || rows.some((one) => one.number === expected);
    const what = isInserted
      ? `A row was inserted behind row ${before.number}`
      : `Row ${expected} was changed`;
    return wrong(expected, `${what} (line ${row.line}).`);
  }
  if (rows.some((one) => one.number === expected)) {
    return wrong(
      expected,
      `Row ${expected} stands in the wrong place: row ${row.number} is where it should be (line ${row.line}).`,
    );
  }
  if (row.number > expected) {
    const gone =
      row.number - 1 > expected
        ? `Rows ${expected} to ${row.number - 1} were`
        : `Row ${expected} was`;
    return wrong(
      expected,
      `${gone} removed: behind row ${before.number} comes row ${row.number} (line ${row.line}).`,
    );
  }
  return wrong(
    expected,
    `A row was inserted behind row ${before.number}: line ${row.line} is row ${row.number}.`,
  );
}

/** Two rows have the same number: the one that the next row doesn't follow was put in. */
function judgeTwins(rows, index, before) {
  const row = rows[index];
  const twins = rows.filter((one) => one.number === row.number);
  const next = rows.find((one) => one.number === row.number + 1);
  const isTrue = (one) =>
    hashOf(one) === one.hash &&
    one.previous_hash === before.hash &&
    (next === undefined || next.previous_hash === one.hash);
  const foreign = twins.filter((one) => !isTrue(one));
  const [put] = foreign.length === 0 || foreign.length === twins.length ? twins.slice(1) : foreign;
  return wrong(
    row.number,
    `A row was inserted: line ${put.line} also says that it is row ${row.number}.`,
  );
}

function judgeContent(rows, index, before) {
  const row = rows[index];
  if (hashOf(row) === row.hash) return undefined;
  return wrong(
    before.number + 1,
    `Row ${row.number} was changed (line ${row.line}): its hash is of something else.`,
  );
}

/** Both rows hold by themselves: the one that the rows around don't agree with was replaced. */
function judgeLink({ head }, rows, index, before) {
  const row = rows[index];
  if (row.previous_hash === before.hash) return undefined;
  const next = rows[index + 1];
  const isFollowed = next === undefined ? head.hash === row.hash : next.previous_hash === row.hash;
  const number = isFollowed && index > 0 ? before.number : row.number;
  const line = isFollowed && index > 0 ? row.line - 1 : row.line;
  return wrong(
    number,
    `Row ${number} was changed (line ${line}) and given a new hash: rows ${before.number} and ${row.number} no longer hang together.`,
  );
}

/** Rows that were cut off at the end or put there, and a last row that was replaced. */
function compareHeader({ header, rows }) {
  const { after, count, head, previousExport } = header;
  const last = rows.at(-1) ?? after;
  if (last.number < head.number) {
    return wrong(last.number + 1, cut(last.number, head.number, 'by the header'));
  }
  if (last.number > head.number || rows.length !== count) {
    return wrong(
      head.number + 1,
      `Row ${head.number + 1} was inserted: by the header, row ${head.number} is the last.`,
    );
  }
  if (last.hash !== head.hash) {
    return wrong(
      head.number,
      `Row ${head.number} was changed and given a new hash: the header has another one.`,
    );
  }
  return previousExport === undefined
    ? undefined
    : comparePlace({ header, rows }, previousExport, 'the export before');
}

function compareWith(read, earlier) {
  const place = /^(\d+):([0-9a-f]{64})$/.exec(earlier.trim());
  if (place)
    return comparePlace(read, { number: Number(place[1]), hash: place[2] }, 'what was noted');
  const old = readExport(earlier);
  const fault = old.fault ?? followRows(old) ?? compareHeader(old);
  if (fault)
    return { ...fault, message: `The earlier export itself is not whole. ${fault.message}` };
  if (old.header.installation !== read.header.installation) {
    return wrong(undefined, 'The earlier export is of another installation.');
  }
  const now = new Map(read.rows.map((row) => [row.number, row]));
  const differing = old.rows.find(
    (row) => now.has(row.number) && now.get(row.number).hash !== row.hash,
  );
  if (differing) {
    return wrong(
      differing.number,
      `Row ${differing.number} was changed since the earlier export, and what follows was written anew.`,
    );
  }
  return comparePlace(read, old.header.head, 'the earlier export');
}

/** A place before this export's first row can't be compared; it is the business of the export that has it. */
function comparePlace({ header, rows }, { number, hash }, by) {
  if (number < header.after.number || number === 0) return undefined;
  const last = rows.at(-1) ?? header.after;
  if (number > last.number) {
    return header.more ? undefined : wrong(last.number + 1, cut(last.number, number, `by ${by}`));
  }
  const there =
    number === header.after.number ? header.after : rows[number - header.after.number - 1];
  if (there.hash === hash) return undefined;
  return wrong(
    number,
    `Row ${number} or one before it was changed, and what follows was written anew: its hash is not that of ${by}.`,
  );
}

function cut(last, wanted, by) {
  const gone = wanted - 1 > last ? `Rows ${last + 1} to ${wanted} were` : `Row ${last + 1} was`;
  return `${gone} removed at the end: ${by}, the chain goes on to row ${wanted}.`;
}

function wrong(row, message) {
  return { ok: false, ...(row === undefined ? {} : { row }), message };
}

function isCopy(one, other) {
  return [...COLUMNS, 'hash'].every((name) => one[name] === other[name]);
}

function hashOf(row) {
  const hashed = Object.fromEntries(COLUMNS.map((name) => [name, row[name]]));
  return createHash('sha256').update(JSON.stringify(hashed)).digest('hex');
}

/** Of a row of this installation; another's numbers count for nothing here. */
function numberOf({ audit_key: key }, installation) {
  const digits = key.startsWith(`${installation}|`) ? key.slice(installation.length + 1) : '';
  return /^\d{12}$/.test(digits) ? Number(digits) : Number.NaN;
}

function parse(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function main([file, earlier]) {
  const isPlace = /^\d+:[0-9a-f]{64}$/.test(earlier ?? '');
  const missing = [file, isPlace ? undefined : earlier].find(
    (one) => one !== undefined && !existsSync(one),
  );
  if (file === undefined || missing !== undefined) {
    process.stderr.write(
      `${missing === undefined ? '' : `${missing} can't be read.\n`}node verify-audit.mjs export.jsonl [earlier.jsonl | number:hash]\n`,
    );
    return 2;
  }
  const noted = earlier === undefined || isPlace ? earlier : readFileSync(earlier, 'utf8');
  const { ok, message } = verifyAudit(readFileSync(file, 'utf8'), noted);
  process.stdout.write(`${message}\n`);
  return ok ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2));
}
