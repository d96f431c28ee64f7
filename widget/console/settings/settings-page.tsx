// The settings page: what is connected, in words, and what is missing. It changes nothing.
import type { ComponentChildren, JSX } from 'preact';
import type { ConnectionView } from '../../../functions/core/contract/connection.ts';
import { Badge } from '../../parts/badge.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { SupportDetail } from '../../parts/support-detail.tsx';
import { useText } from '../../text/current-text.ts';
import { CopyField } from './copy-field.tsx';
import type { SettingsMessages } from './en-settings.ts';
import { gapsOf } from './gaps.ts';
import type { SettingsModel, SettingsView } from './settings-model.ts';
import { webhookAddress } from './webhook-address.ts';

export interface SettingsPageProps {
  readonly model: SettingsModel;
  readonly messages: SettingsMessages;
  readonly apiBase: string;
}

export function SettingsPage({ model, messages, apiBase }: SettingsPageProps): JSX.Element {
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return <Skeleton label={messages.loading} />;
    case 'ready':
      return <Connection connection={view.connection} messages={messages} apiBase={apiBase} />;
    default:
      return <Trouble view={view} retry={model.start} />;
  }
}

interface TroubleProps {
  readonly view: Extract<SettingsView, { kind: 'unreachable' | 'refused' }>;
  readonly retry: () => Promise<void>;
}

function Trouble({ view, retry }: TroubleProps): JSX.Element {
  const text = useText();
  const { unreachable } = text.messages;
  const said =
    view.kind === 'refused'
      ? { ...text.problem(view.problem), detail: view.problem.code }
      : { sentence: unreachable[view.failure.why], next: '', detail: view.failure.detail };
  return (
    <Notice icon="alert" title={said.sentence}>
      <p>{said.next}</p>
      <button type="button" class="button" onClick={() => void retry()}>
        {text.messages.retry}
      </button>
      <SupportDetail label={text.messages.support} detail={said.detail} />
    </Notice>
  );
}

interface ConnectionProps {
  readonly connection: ConnectionView;
  readonly messages: SettingsMessages;
  readonly apiBase: string;
}

function Connection({ connection, messages, apiBase }: ConnectionProps): JSX.Element {
  const { zoho, merchants, shop, state } = connection;
  const { zohoFacts } = messages;
  const known = messages.states[state];
  return (
    <article class="settings">
      <header>
        <h1>{messages.title}</h1>
        <Badge tone={known ? 'good' : 'waiting'} label={known ?? messages.otherState(state)} />
        <p>{messages.intro(connection.name)}</p>
      </header>
      <Gaps gaps={gapsOf(connection, messages)} messages={messages} />
      <Group title={messages.merchants}>
        {merchants.map((merchant) => (
          <div class="card" key={merchant.merchantId}>
            <h3>{merchant.merchantId}</h3>
            <Facts
              facts={[
                [messages.currencies, merchant.currencies.join(', ') || messages.none],
                [messages.webhookKeys, merchant.webhookKeyIds.join(', ') || messages.none],
              ]}
            />
            <CopyField
              value={webhookAddress(apiBase, merchant.webhookPath)}
              owner={merchant.merchantId}
              messages={messages}
            />
          </div>
        ))}
      </Group>
      <Group title={messages.zoho}>
        <Facts
          facts={[
            [zohoFacts.books, zoho.booksOrganizationId],
            [zohoFacts.crm, zoho.crmOrgId],
            [zohoFacts.desk, zoho.deskOrgId],
            [zohoFacts.timeZone, connection.timeZone],
            [zohoFacts.api, zoho.apiUrl],
          ]}
        />
      </Group>
      {shop && (
        <Group title={messages.shop}>
          <Facts facts={[[messages.shopUrl, shop.url]]} />
          <CopyField
            value={webhookAddress(apiBase, shop.webhookPath)}
            owner={messages.shop}
            messages={messages}
          />
        </Group>
      )}
      <p class="muted">{messages.readOnly}</p>
    </article>
  );
}

interface GapsProps {
  readonly gaps: readonly string[];
  readonly messages: SettingsMessages;
}

function Gaps({ gaps, messages }: GapsProps): JSX.Element {
  if (gaps.length === 0) {
    return (
      <p class="gaps tone-good">
        <Icon name="check" /> {messages.complete}
      </p>
    );
  }
  return (
    <section class="gaps tone-waiting" aria-labelledby="gaps-title">
      <h2 id="gaps-title">{messages.missing}</h2>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

function Group({ title, children }: GroupProps): JSX.Element {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
