// What we need to tell people and programs something: mail, Slack, webhooks, and notes that are found again.
import type { Result } from '../domain/result.ts';

/**
 * A text that is written once where nothing stops a second one. `mark` stands in the text: when `retried`, what an
 * earlier try may have written is looked for by it first.
 */
export interface MarkedWrite {
  readonly mark: string;
  readonly retried: boolean;
}

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** The platform's mail service. A mail whose answer was lost may go out twice when it is tried again. */
export interface Mailer {
  send(mail: Mail): Promise<Result<void>>;
}

/** What a webhook carries. */
export interface WebhookNotice {
  /** The same at every try: receivers tell by it what they have had. */
  readonly id: string;
  readonly text: string;
  /** What the run is about: ids and states, nothing personal. */
  readonly about: Readonly<Record<string, string | number>>;
}

/**
 * Channels by their names in the settings. Problems: `channel-unknown` and others that an administrator mends,
 * `channel-refused` (the message), `channel-busy`, `channel-unavailable`.
 */
export interface Notices {
  /** @param to a channel's name or a mail address. */
  sendMail(
    to: string,
    mail: { readonly subject: string; readonly text: string },
  ): Promise<Result<void>>;
  /** Slack knows no message ids: one whose answer was lost may appear twice. */
  postToSlack(channel: string, text: string): Promise<Result<void>>;
  callWebhook(channel: string, notice: WebhookNotice): Promise<Result<void>>;
  /** The help desk's department that a channel stands for. */
  departmentOf(channel: string): Result<string>;
}
