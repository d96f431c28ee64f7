// Cursors: how far each poll has read. A cursor only passes what was stored, so a failure reads the same again.
import type { InstallationId } from '../domain/ids.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';

export type Cursor = Row<'Cursors'>;

function cursorKey(installation: InstallationId, name: string): string {
  return `${installation}|${name}`;
}

export function readCursor(
  store: Store,
  installation: InstallationId,
  name: string,
): Promise<Cursor | undefined> {
  return store.find('Cursors', 'cursor_key', cursorKey(installation, name));
}

/** @param position epoch ms up to which everything is stored. */
export async function moveCursor(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  name: string,
  known: Cursor | undefined,
  position: number,
): Promise<void> {
  const columns = { position, updated_at: ports.clock.now() };
  if (known === undefined) {
    await ports.store.insert('Cursors', {
      cursor_key: cursorKey(installation, name),
      installation,
      ...columns,
    });
  } else {
    await ports.store.update('Cursors', known.ROWID, columns);
  }
}
