// The settings page's state: how far the set-up is, which step is open, and what each step was told.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ProblemView } from '../../../functions/core/contract/panel.ts';
import type { SetupStep, SetupView } from '../../../functions/core/contract/setup.ts';
import type { Host, HostContext, HostFailure, Method, SaveVerdict } from '../../hosts/host.ts';
import { callApi, type Reply } from '../../panel/api-client.ts';
import type { Timing } from '../../panel/timing.ts';
import { writeFor } from '../../text/current-text.ts';
import { panelLanguages, speak } from '../../text/speak.ts';
import type { SettingsMessages } from './en-settings.ts';
import { settingsLanguages } from './languages.ts';
import type { SectionName } from './sections.ts';

export type PageView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreachable'; readonly failure: HostFailure }
  | { readonly kind: 'refused'; readonly problem: ProblemView }
  | { readonly kind: 'ready'; readonly setup: SetupView };

/** What a person does on: a step, the doctor, or another part of the page. */
export type Place = SetupStep | 'doctor' | 'approvals' | 'leaving' | SectionName;

/** Why the last press of a button brought nothing. */
type Trouble = Exclude<Reply<unknown>, { kind: 'ok' }>;

export interface SetupModel {
  readonly view: ReadonlySignal<PageView>;
  readonly context: ReadonlySignal<HostContext | undefined>;
  readonly openStep: ReadonlySignal<SetupStep | undefined>;
  /** Where something is under way: its buttons wait. */
  readonly busy: ReadonlySignal<Place | undefined>;
  readonly trouble: ReadonlySignal<{ readonly at: Place; readonly why: Trouble } | undefined>;
  /** Connects to the host and reads how far the set-up is; also the retry after a failure. */
  start(): Promise<void>;
  toggle(step: SetupStep): void;
  /** Somebody has typed something that is not saved: the host's own Save is held back until it is. */
  touch(): void;
  /** Sends a step; the page shows what it answers. Gives whether it was taken. */
  save(at: SetupStep, path: string, body: object): Promise<boolean>;
  /** Asks for something that a step shows; undefined when nothing came. */
  ask<T>(
    at: Place,
    method: Method,
    path: string,
    mark: string,
    body?: object,
  ): Promise<T | undefined>;
  /** Reads beside what else is under way: a refusal is told at the place, no button waits for it. */
  readAside<T>(at: Place, path: string, mark: string): Promise<T | undefined>;
  /** Reads the set-up again without showing that it does. */
  refresh(): Promise<void>;
  /** Looks now and then whether the sign-in in the other window is done. */
  awaitSignIn(): void;
}

const LOOK_EACH_MS = 3_000;
/** The address of the sign-in is good for five minutes. */
const LOOKS_MAX = 100;

export function createSetupModel(
  host: Host,
  messages: SettingsMessages,
  timing: Pick<Timing, 'later'>,
): SetupModel {
  const view = signal<PageView>({ kind: 'loading' });
  const context = signal<HostContext | undefined>(undefined);
  const openStep = signal<SetupStep | undefined>(undefined);
  const busy = signal<Place | undefined>(undefined);
  const trouble = signal<{ readonly at: Place; readonly why: Trouble } | undefined>(undefined);
  let isTouched = false;

  const read = () => callApi<SetupView>(host, 'GET', '/setup', undefined, 'steps');

  function show(setup: SetupView): void {
    view.value = { kind: 'ready', setup };
  }

  async function load(): Promise<void> {
    const reply = await read();
    if (reply.kind !== 'ok') {
      view.value = reply;
      return;
    }
    show(reply.value);
    openStep.value = firstOpen(reply.value);
  }

  async function during<T>(at: Place, work: () => Promise<Reply<T>>): Promise<T | undefined> {
    if (busy.peek() !== undefined) return undefined;
    busy.value = at;
    trouble.value = undefined;
    const reply = await work();
    busy.value = undefined;
    if (reply.kind === 'ok') return reply.value;
    trouble.value = { at, why: reply };
    return undefined;
  }

  async function refresh(): Promise<void> {
    const reply = await read();
    if (reply.kind === 'ok') show(reply.value);
  }

  function look(left: number): void {
    timing.later(LOOK_EACH_MS, async () => {
      await refresh();
      const now = view.peek();
      if (now.kind === 'ready' && now.setup.signedIn) openStep.value = firstOpen(now.setup);
      else if (left > 1) look(left - 1);
    });
  }

  host.onSettingsSave(async (): Promise<SaveVerdict | undefined> => {
    if (isTouched) return { prevent_save: true, message: messages.unsaved };
    await refresh();
    return undefined;
  });

  return {
    view,
    context,
    openStep,
    busy,
    trouble,
    async start() {
      view.value = { kind: 'loading' };
      if (context.peek() === undefined) {
        const ready = await host.ready();
        if (!ready.ok) {
          view.value = { kind: 'unreachable', failure: ready };
          return;
        }
        context.value = ready.value;
        writeFor(ready.value.locale);
        await speak(ready.value.locale, timing.later, panelLanguages, settingsLanguages);
      }
      await load();
    },
    toggle(step) {
      openStep.value = openStep.peek() === step ? undefined : step;
      trouble.value = undefined;
      isTouched = false;
    },
    touch() {
      isTouched = true;
    },
    async save(at, path, body) {
      const setup = await during(at, () => callApi<SetupView>(host, 'POST', path, body, 'steps'));
      if (setup === undefined) return false;
      isTouched = false;
      show(setup);
      return true;
    },
    ask: (at, method, path, mark, body) =>
      during(at, () => callApi(host, method, path, body, mark)),
    async readAside<T>(at: Place, path: string, mark: string) {
      const reply = await callApi<T>(host, 'GET', path, undefined, mark);
      if (reply.kind === 'ok') return reply.value;
      trouble.value = { at, why: reply };
      return undefined;
    },
    refresh,
    awaitSignIn: () => look(LOOKS_MAX),
  };
}

/** The first step that waits for the person. */
function firstOpen({ steps }: SetupView): SetupStep | undefined {
  return steps.find(({ state }) => state === 'open' || state === 'trouble')?.id;
}
