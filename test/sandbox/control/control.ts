// The control server: front page, sandbox.json, fault switches and the clock.
import { readFileSync } from 'node:fs';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { CatalystStandIn } from '../catalyst/start-catalyst.ts';
import type { SandboxClock } from '../clock.ts';
import { faultModes } from '../faults.ts';
import { createApp, listen, type StandIn, type StandInApp } from '../stand-in.ts';
import type { People } from '../zoho/people.ts';
import { type ChainSources, newestChains } from './chains.ts';
import { type Glance, glance, type HomePage, homePage } from './home-page.ts';
import { addNoticeBoard, type NoticeKeys, type PostedNotice } from './notice-board.ts';
import { changePerson } from './people-switches.ts';

/** All that the front page shows; known once everything runs. */
interface ControlSources extends ChainSources {
  readonly companyName: string;
  readonly links: HomePage['links'];
  readonly standIns: readonly StandIn[];
  readonly pagesUrl: string;
  readonly people: People;
  /** The answer of sandbox.json. */
  description(): Promise<object>;
}

export interface Control {
  readonly url: string;
  /** From now on sandbox.json is ready and the front page shows the company. */
  ready(sources: ControlSources): void;
  close(): Promise<void>;
}

const CHAINS = 12;
const LISTED = 8;

const faultBody = z.object({
  standIn: z.string(),
  mode: z.optional(z.enum(faultModes)),
  switch: z.optional(z.string()),
  method: z.optional(z.string()),
  path: z.optional(z.string()),
  times: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
});

const clockBody = z.object({
  advanceMs: z.optional(z.coerce.number().check(z.int(), z.minimum(0))),
  nextDay: z.optional(z.union([z.boolean(), z.literal('true')])),
});

/** Listens at once, so that whoever waits for the sandbox can ask whether it is ready. */
export async function startControl(
  clock: SandboxClock,
  port: number,
  keys: NoticeKeys,
): Promise<Control> {
  const state: { sources?: ControlSources } = {};
  const app = createApp();
  assets(app);
  const notices = addNoticeBoard(app, clock, keys);
  app.get('/sandbox.json', async (c) => {
    if (state.sources === undefined) return c.json({ ready: false }, 503);
    return c.json(await state.sources.description());
  });
  app.get('/', async (c) => {
    if (state.sources === undefined) return c.html(starting, 503);
    const { companyName, links, standIns, pagesUrl, people } = state.sources;
    const shown = await glanceOf(clock, state.sources, notices);
    return c.html(
      await homePage({
        companyName,
        links,
        standIns,
        pagesUrl,
        people: people.list(),
        glance: shown,
      }),
    );
  });
  app.get('/glance', async (c) => {
    if (state.sources === undefined) return c.body(null, 503);
    return c.html(await glance(await glanceOf(clock, state.sources, notices)));
  });
  app.post('/control/faults', async (c) => {
    const body = faultBody.safeParse(await fields(c));
    const standIn = state.sources?.standIns.find((one) => one.name === body.data?.standIn);
    if (!body.success || standIn === undefined) return c.json({ error: 'no such fault' }, 400);
    arm(standIn, body.data);
    return done(c);
  });
  app.post('/control/faults/clear', (c) => {
    for (const standIn of state.sources?.standIns ?? []) standIn.faults.clear();
    return done(c);
  });
  app.post('/control/people', async (c) => {
    const { people } = state.sources ?? {};
    if (people === undefined || !changePerson(people, await fields(c))) {
      return c.json({ error: 'no such person or change' }, 400);
    }
    return done(c);
  });
  app.post('/control/clock', async (c) => {
    const body = clockBody.safeParse(await fields(c));
    if (!body.success) return c.json({ error: 'advanceMs or nextDay' }, 400);
    if (body.data.nextDay !== undefined && body.data.nextDay !== false) clock.advanceToNextDay();
    else clock.advance(body.data.advanceMs ?? 0);
    return done(c, { now: clock.now() });
  });
  const server = await listen(app, port);
  return {
    url: server.url,
    ready(sources) {
      state.sources = sources;
    },
    close: server.close,
  };
}

const starting =
  '<!doctype html><html lang="en"><title>Starting</title><meta http-equiv="refresh" content="1"><p>The sandbox is starting…</p>';

function arm(standIn: StandIn, body: z.infer<typeof faultBody>): void {
  const { faults } = standIn;
  const times = body.times ?? 1;
  if (body.switch !== undefined) faults.switches.set(body.switch, times);
  if (body.mode === undefined) return;
  faults.arm({
    mode: body.mode,
    times,
    ...(body.method ? { method: body.method } : {}),
    ...(body.path ? { path: body.path } : {}),
  });
}

/** JSON from scripts, form fields from the page. */
function fields(c: Context): Promise<unknown> {
  const isJson = c.req.header('content-type')?.includes('json') ?? false;
  return isJson ? c.req.json().catch(() => undefined) : c.req.parseBody();
}

function done(c: Context, body: object = { ok: true }): Response {
  const fromPage = c.req.header('accept')?.includes('text/html') ?? false;
  return fromPage ? c.redirect('/', 303) : c.json(body);
}

async function glanceOf(
  clock: SandboxClock,
  sources: ControlSources,
  notices: readonly PostedNotice[],
): Promise<Glance> {
  return {
    now: clock.now(),
    chains: await newestChains(sources, CHAINS),
    lists: [
      {
        title: 'Webhooks of the gateway',
        empty: 'None sent yet.',
        rows: gatewayDeliveries(sources),
      },
      {
        title: 'Webhooks of the shop',
        empty: 'None sent yet.',
        rows: sources.shop.deliveries
          .slice(-LISTED)
          .toReversed()
          .map((one) => [one.topic, `order ${one.orderId}`, `answer ${one.status}`]),
      },
      { title: 'Jobs', empty: 'None yet.', rows: jobs(sources.catalyst) },
      { title: 'Mail', empty: 'The outbox is empty.', rows: mails(sources.catalyst) },
      {
        title: 'Slack and webhooks',
        empty: 'Nothing was posted yet.',
        rows: notices
          .slice(-LISTED)
          .toReversed()
          .map(({ by, text }) => [by, text]),
      },
      {
        title: 'Our tables',
        empty: '',
        rows: sources.catalyst.tables
          .overview()
          .filter(({ rows }) => rows > 0)
          .map(({ table, rows }) => [table, rows === 1 ? '1 row' : `${rows} rows`]),
      },
    ],
    faults: sources.standIns,
    pagesUrl: sources.pagesUrl,
  };
}

function gatewayDeliveries(sources: ControlSources): string[][] {
  return sources.gateway.deliveries
    .slice(-LISTED)
    .toReversed()
    .map((one) => [one.eventType, one.state, `${one.attempts.length} sent`]);
}

function jobs(catalyst: CatalystStandIn): string[][] {
  return catalyst.jobs
    .list()
    .slice(-LISTED)
    .toReversed()
    .map((job) => [
      job.meta.functionName,
      job.status.toLowerCase(),
      Object.values(job.meta.params).join(' '),
    ]);
}

function mails(catalyst: CatalystStandIn): string[][] {
  return catalyst.outbox
    .list()
    .slice(-LISTED)
    .toReversed()
    .map((mail) => [mail.subject, `to ${mail.to.join(', ')}`]);
}

function assets(app: StandInApp): void {
  for (const [name, type] of [
    ['control.css', 'text/css'],
    ['control.js', 'text/javascript'],
  ] as const) {
    const content = readFileSync(new URL(name, import.meta.url), 'utf8');
    app.get(`/${name}`, (c) => c.body(content, 200, { 'content-type': `${type}; charset=utf-8` }));
  }
}
