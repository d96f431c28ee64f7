// Joins the card page: its built files, the gateway's origins that it lets in, and who has asked too often.

import { systemClock } from '../connectors/system/system-ports.ts';
import { type CardPagePorts, cardPageApp } from '../http/card-page-app.ts';
import { createTries } from '../http/oauth-limits.ts';
import { cardPageFiles } from './card-page-files.ts';
import { cardFieldOrigins } from './card-page-origins.ts';

const VISITS_MAX = 120;
const VISITS_WINDOW_MS = 10 * 60_000;

/** Counted in each function instance. */
const visits = createTries(systemClock, VISITS_MAX, VISITS_WINDOW_MS);

export function createCardPage(
  ports: Omit<CardPagePorts, 'files' | 'fieldOrigins' | 'visits'>,
): (request: Request) => Promise<Response> {
  const fieldOrigins = cardFieldOrigins();
  const app = cardPageApp({ ...ports, files: cardPageFiles, fieldOrigins, visits });
  return async (request) => app.fetch(request);
}
