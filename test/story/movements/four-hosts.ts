// The four products side by side: a page of the clerk's in each, and the same story told in all of them at once.
import type { Frame, Page } from 'playwright-core';
import { type Host, picture, type Stage, signInAs, widgetOf } from '../stage.ts';

export const hosts: readonly Host[] = ['books', 'inventory', 'crm', 'desk'];

/** Something of each host. */
export type PerHost<T> = Map<Host, T>;

/** @throws when the host has none. */
export function of<T>(all: ReadonlyMap<Host, T>, { host }: Pick<Visit, 'host'>): T {
  const found = all.get(host);
  if (found === undefined) throw new Error(`nothing is known of ${host}`);
  return found;
}

/** One host's page and what is done in it. */
export interface Visit {
  readonly host: Host;
  readonly page: Page;
  /** Opens a page of the host and resolves with the panel in it. */
  open(path: string, account?: string): Promise<Frame>;
  /** Loads the page anew. */
  reload(): Promise<Frame>;
  picture(name: string): Promise<void>;
}

/** Four pages share the machine, and a minute without calls left may pass; what takes longer does not come. */
const ACT_MS = 120_000;

export interface FourHosts {
  /** Runs the story in these hosts at once. @throws naming each host in which it failed. */
  inEach(story: (visit: Visit) => Promise<void>, among?: readonly Host[]): Promise<void>;
}

export async function openFourHosts(stage: Stage): Promise<FourHosts> {
  const visits = await Promise.all(hosts.map((host) => openVisit(stage, host)));
  return {
    async inEach(story, among = hosts) {
      const chosen = visits.filter(({ host }) => among.includes(host));
      const ends = await Promise.allSettled(
        chosen.map((visit) =>
          story(visit).catch(async (error: unknown) => {
            await visit.picture('failed');
            throw error;
          }),
        ),
      );
      const faults = ends.flatMap((end, index) =>
        end.status === 'fulfilled' ? [] : [inHost(chosen[index], end.reason)],
      );
      const [first] = faults;
      if (faults.length > 1) throw new AggregateError(faults, faults.map(String).join('\n'));
      if (first !== undefined) throw first;
    },
  };
}

function inHost(visit: Visit | undefined, reason: unknown): Error {
  const fault = reason instanceof Error ? reason : new Error(String(reason));
  fault.message = `in ${visit?.host}: ${fault.message}`;
  return fault;
}

/** A context of its own each: one may be offline while the others work. */
async function openVisit({ browser, sandbox }: Stage, host: Host): Promise<Visit> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(ACT_MS);
  return {
    host,
    page,
    async open(path, account = 'agent') {
      await page.goto(sandbox.hosts.url + path);
      await signInAs(page, account);
      return widgetOf(page);
    },
    async reload() {
      await page.reload();
      return widgetOf(page);
    },
    picture: (name) => picture(page, `${name}-${host}`),
  };
}
