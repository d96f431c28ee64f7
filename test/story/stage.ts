// What a story needs: the whole sandbox in a folder of its own, a real browser and pictures.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { takePicture } from '../pictures.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

export interface Stage {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  /** Folder of the sandbox's data. */
  readonly dataDir: string;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tallybridge-story-'));
  const [sandbox, browser] = await Promise.all([
    startSandbox({ port: 0, dataDir, retryMinuteMs: 200 }),
    launchBrowser(),
  ]);
  return {
    sandbox,
    browser,
    dataDir,
    async close() {
      await browser.close();
      await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What the window shows: a picture of the whole page would resize the frames and lose the focus. */
export async function picture(page: Page, name: string): Promise<void> {
  await takePicture(page, `story/${name}`);
}

/** The widget's frame on a host page, once it shows something. */
export async function widgetOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('#widget[src]', { state: 'attached' });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('the widget has no frame');
  await frame.waitForSelector('main:not([aria-busy])');
  return frame;
}

const TABS_MAX = 60;

/** Presses Tab until the element with this text has the focus in the frame. */
export async function tabTo(page: Page, frame: Frame, text: string): Promise<void> {
  for (let presses = 0; presses < TABS_MAX; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await frame.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (focused === text) return;
  }
  throw new Error(`Tab never reached "${text}"`);
}

/** Switches the person who is signed in with Zoho, in the bar of a host page. */
export async function signInAs(page: Page, account: string): Promise<void> {
  const people = page.getByLabel('Signed in as');
  const email = `${account}@example.com`;
  if ((await people.inputValue()) === email) return;
  await Promise.all([page.waitForEvent('load'), people.selectOption(email)]);
}

export type Host = 'books' | 'inventory' | 'crm' | 'desk';

/** What our api answered to a call through the proxy of a product; CRM's hides the status. */
export interface DirectAnswer {
  readonly status?: number;
  readonly body: {
    readonly error?: { readonly code: string; readonly message: string; readonly next: string };
  };
}

/** A call of our api as a script in the host's page could make it. */
export interface DirectCall {
  readonly path: string;
  readonly method: string;
  readonly body?: object;
}

/**
 * Calls our api from the page itself, past everything that the widget's screen forbids.
 * @param api address of our api.
 * @throws when the proxy refuses, with its words.
 */
export async function callDirectly(
  page: Page,
  api: string,
  { path, method, body }: DirectCall,
  host: Host = 'books',
): Promise<DirectAnswer> {
  const reply = await page.evaluate(
    async (request) => {
      const answer = await fetch('/proxy', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      return answer.text();
    },
    {
      product: host,
      connection: host === 'desk' ? 'tallybridgeapi' : 'tallybridge_api',
      url: api + path,
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
  );
  const answer = unwrap(host, (JSON.parse(reply) as { readonly value: unknown }).value);
  if (answer?.text === undefined) throw new Error(reply);
  const { status, text } = answer;
  const read = { body: JSON.parse(text) as DirectAnswer['body'] };
  return status === undefined ? read : { ...read, status };
}

interface Unwrapped {
  readonly status?: number;
  readonly text?: string | undefined;
}

/** Undefined where nothing of ours is in it. */
function unwrap(host: Host, value: unknown): Unwrapped | undefined {
  switch (host) {
    case 'books':
    case 'inventory': {
      const { data } = value as { data?: { body: string; status_code: number } };
      return data && { status: data.status_code, text: data.body };
    }
    case 'crm':
      return { text: (value as { details?: { statusMessage?: string } }).details?.statusMessage };
    case 'desk': {
      if (typeof value !== 'string' || !value.startsWith('{')) return undefined;
      const { statusCode, response } = JSON.parse(value) as {
        statusCode: number;
        response: string;
      };
      const { statusMessage } = JSON.parse(response) as { statusMessage: string };
      return { status: statusCode, text: statusMessage };
    }
  }
}
