// Looks for texts that must not be written down, in every way that a careless program might write them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';

/** Something that was written, and where: `Payments.reason`, `api.log`. */
export interface Written {
  readonly place: string;
  readonly text: string;
}

/** What must not be there, by name; numbers of cards are looked for with blanks and dashes, too. */
export type Needles = Readonly<Record<string, string>>;

/** `name in place`, each once. */
export function findLeaks(written: readonly Written[], needles: Needles): readonly string[] {
  const found = new Set<string>();
  for (const [name, needle] of Object.entries(needles)) {
    const forms = formsOf(needle);
    for (const { place, text } of written) {
      if (forms.some((form) => text.includes(form))) found.add(`${name} in ${place}`);
    }
  }
  return [...found];
}

function formsOf(needle: string): readonly string[] {
  const forms = [needle, JSON.stringify(needle).slice(1, -1), encodeURIComponent(needle)];
  const bytes = Buffer.from(needle);
  forms.push(bytes.toString('hex'), bytes.toString('hex').toUpperCase());
  // Within a longer text base64 has three looks; the ends, which hang on what stands beside, are left out.
  for (const before of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const middle = shifted.slice(before === 0 ? 0 : before + 1).replace(/.{0,2}=*$/, '');
    forms.push(middle, middle.replaceAll('+', '-').replaceAll('/', '_'));
  }
  if (/^\d{12,19}$/.test(needle)) {
    const groups = needle.match(/\d{1,4}/g) ?? [];
    forms.push(...[' ', '-', '%20', '+'].map((between) => groups.join(between)));
  }
  return [...new Set(forms)];
}

/** Every cell of a database in a folder, with what packed and encoded texts hold. */
export function readDatabase(dataDir: string, file: string): readonly Written[] {
  const database = new DatabaseSync(join(dataDir, `${file}.sqlite`), { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    return tables.flatMap(({ name }) => {
      const statement = database.prepare(`SELECT * FROM "${name}"`);
      statement.setReadBigInts(true);
      return statement.all().flatMap((row) =>
        Object.entries(row).flatMap(([column, value]) => {
          const text = String(value ?? '');
          return [text, ...openedForms(text)].map((one) => ({
            place: `${name}.${column}`,
            text: one,
          }));
        }),
      );
    });
  } finally {
    database.close();
  }
}

/** What our rows hide from the eye: deflated bodies, and free text as safe characters. */
function openedForms(text: string): readonly string[] {
  if (text.startsWith('b64.')) return [Buffer.from(text.slice(4), 'base64url').toString()];
  if (!text.startsWith('z:')) return [];
  try {
    return [inflateRawSync(Buffer.from(text.slice(2), 'base64')).toString()];
  } catch {
    // A body over several columns: its parts make no sense alone.
    return [];
  }
}

/** All lines that the functions have printed. */
export function readLogs(dataDir: string): readonly Written[] {
  const folder = join(dataDir, 'logs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => ({
    place: name,
    text: readFileSync(join(folder, name), 'utf8'),
  }));
}
