// The rules while they are edited: each change is kept in the draft on the server, until it is published or thrown away.
import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  CompareReply,
  DocumentReply,
  DraftReply,
  PublishReply,
} from '../../../../functions/core/contract/documents.ts';
import type { DryRunReply, Policy } from '../../../../functions/core/contract/policy.ts';
import { languageOf } from '../../../text/reader-language.ts';
import type { SetupModel } from '../setup-model.ts';

/** There is one policy of a company. */
const PATH = '/documents/policy/movements';

export interface RulesModel {
  readonly document: ReadonlySignal<DocumentReply | undefined>;
  /** How the rules were judged on the last month; gone with the next change. */
  readonly tried: ReadonlySignal<DryRunReply | undefined>;
  /** What was made to hold last. */
  readonly published: ReadonlySignal<PublishReply | undefined>;
  load(): Promise<void>;
  /** Keeps the policy as the draft. Gives whether it was kept. */
  keep(policy: Policy): Promise<boolean>;
  tryOut(): Promise<void>;
  publish(note: string): Promise<boolean>;
  /** The draft says what holds again. */
  drop(): Promise<void>;
  /** That version, and what holds. */
  compare(version: number): Promise<CompareReply | undefined>;
  goBack(version: number, note: string): Promise<boolean>;
}

/** What is edited: the draft, else what holds. */
export function policyOf({ draft, standing }: DocumentReply): Policy | undefined {
  return (draft?.body ?? standing?.body) as Policy | undefined;
}

/** The draft, when it says something else than what holds. */
export function openDraft({ draft }: DocumentReply): DocumentReply['draft'] {
  return draft !== undefined && draft.changes.length > 0 ? draft : undefined;
}

/** @param locale the reader's, in which the server tells what is worth knowing of a version. */
export function createRulesModel({ ask }: Pick<SetupModel, 'ask'>, locale: string): RulesModel {
  const document = signal<DocumentReply | undefined>(undefined);
  const tried = signal<DryRunReply | undefined>(undefined);
  const published = signal<PublishReply | undefined>(undefined);
  const call = <T>(method: 'GET' | 'POST' | 'PUT', path: string, mark: string, body?: object) =>
    ask<T>('rules', method, path, mark, body);

  async function load(): Promise<void> {
    const reply = await call<DocumentReply>('GET', PATH, 'history');
    if (reply !== undefined) document.value = reply;
  }

  async function keep(policy: Policy): Promise<boolean> {
    const now = document.peek();
    if (now === undefined) return false;
    const body = { body: policy, seen: now.draft?.revision ?? '' };
    const kept = await call<DraftReply>('PUT', `${PATH}/draft`, 'changes', body);
    if (kept === undefined) return false;
    // Read again for who changed it when; what was judged before is not said of it any more.
    tried.value = undefined;
    published.value = undefined;
    await load();
    return true;
  }

  async function enter(path: string, body: object): Promise<boolean> {
    const address = `${PATH}/${path}?language=${languageOf(locale)}`;
    const done = await call<PublishReply>('POST', address, 'changes', {
      ...body,
      version: document.peek()?.standing?.version ?? 0,
    });
    if (done === undefined) return false;
    tried.value = undefined;
    published.value = done;
    await load();
    return true;
  }

  return {
    document,
    tried,
    published,
    load,
    keep,
    async tryOut() {
      const reply = await call<DryRunReply>('POST', '/policies/dry-run', 'counts', {});
      if (reply !== undefined) tried.value = reply;
    },
    publish: (note) => enter('publish', { note, seen: document.peek()?.draft?.revision ?? '' }),
    async drop() {
      const held = document.peek()?.standing?.body;
      if (held !== undefined) await keep(held as Policy);
    },
    compare(version) {
      const current = document.peek()?.standing?.version ?? 0;
      const path = `${PATH}/compare?from=${version}&to=${current}`;
      return call<CompareReply>('GET', path, 'changes');
    },
    goBack: (version, note) => enter('roll-back', { to: version, note }),
  };
}
