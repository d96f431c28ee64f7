// When the doctor comes by itself: a day after the last look, and a day after the first minute of a company.
import { expect, test } from 'vitest';
import type { InstallationId } from '../../../../functions/core/domain/ids.ts';
import { isDoctorDue } from '../../../../functions/core/steps/doctor/doctor-due.ts';
import { createMemoryStore } from '../../../../functions/core/store/memory-store.ts';
import { readCursors } from '../../../../functions/core/work/cursors.ts';

const INSTALLATION = 'inst-1' as InstallationId;
const HOUR_MS = 3_600_000;

test('once a day, and one that stops does not begin again each minute', async () => {
  let now = 1_700_000_000_000;
  const ports = { store: createMemoryStore(), clock: { now: () => now } };
  const ask = async () =>
    isDoctorDue(ports, INSTALLATION, await readCursors(ports.store, INSTALLATION, ['doctor']));
  expect(await isDoctorDue(ports, INSTALLATION, undefined)).toBe(false);
  expect(await ask()).toBe(false);
  now += 23 * HOUR_MS;
  expect(await ask()).toBe(false);
  now += HOUR_MS;
  expect(await ask()).toBe(true);
  now += 60_000;
  expect(await ask()).toBe(false);
  now += 24 * HOUR_MS;
  expect(await ask()).toBe(true);
});
