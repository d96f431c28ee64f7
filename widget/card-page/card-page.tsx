// The card page: what is to be paid, the form, and how it ended.
import { useEffect, useState } from 'preact/hooks';
import type { PayView } from '../../functions/core/contract/charges.ts';
import type { ProblemView } from '../../functions/core/contract/panel.ts';
import { amountText } from './amount-text.ts';
import { CardForm } from './card-form.tsx';
import type { PageApi } from './page-api.ts';
import type { CardPageText } from './text.ts';

export interface PageProps {
  readonly api: PageApi;
  readonly text: CardPageText;
  readonly locale: string;
}

/** How often a payment that is under way is asked about. */
const ASK_AGAIN_MS = 3_000;

type Shown = { readonly view: PayView } | { readonly failed: ProblemView | 'offline' } | undefined;

export function CardPage({ api, text, locale }: PageProps) {
  const [shown, setShown] = useState<Shown>();
  const load = async () => {
    const answer = await api.show();
    setShown(answer.ok ? { view: answer.value } : { failed: answer.problem ?? 'offline' });
  };
  useEffect(() => {
    void load();
  }, []);
  const isUnderWay = shown !== undefined && 'view' in shown && shown.view.state === 'under-way';
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => void load(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUnderWay]);

  if (shown === undefined) return <p aria-busy="true">{text.loading}</p>;
  if ('failed' in shown) {
    const isOffline = shown.failed === 'offline' || shown.failed.code !== 'link-unknown';
    return isOffline ? (
      <Message title={text.offlineTitle} body={text.offline}>
        <button type="button" onClick={() => void load()}>
          {text.again}
        </button>
      </Message>
    ) : (
      <Message title={text.unknownTitle} body={text.unknown} />
    );
  }
  const { view } = shown;
  const show = (next: PayView) => setShown({ view: next });
  if (view.state !== 'open') return <Ended view={view} text={text} locale={locale} />;
  return (
    <>
      <Head view={view} text={text} locale={locale} />
      <CardForm
        api={api}
        text={text}
        locale={locale}
        view={view}
        onView={show}
        onLost={() => void load()}
      />
    </>
  );
}

function Head({ view, text, locale }: Omit<PageProps, 'api'> & { readonly view: PayView }) {
  const isSave = view.purpose === 'save-card';
  const { invoices = [], reference, company } = view;
  return (
    <header>
      <h1>{isSave ? text.titleSave : text.title}</h1>
      <p>
        {invoices.length > 0
          ? text.forInvoices(company)
          : reference === undefined
            ? text.forCompany(company)
            : text.forInvoice(reference, company)}
      </p>
      {invoices.length > 0 && (
        <ul class="invoices">
          {invoices.map(({ number, amount }) => (
            <li key={number}>
              <span>{number}</span> <span>{amountText(amount, locale)}</span>
            </li>
          ))}
        </ul>
      )}
      {isSave ? null : <p class="amount">{amountText(view.amount, locale)}</p>}
    </header>
  );
}

function Ended({ view, text, locale }: Omit<PageProps, 'api'> & { readonly view: PayView }) {
  const amount = amountText(view.amount, locale);
  const card = view.card ?? '';
  switch (view.state) {
    case 'paid':
      return view.purpose === 'save-card' ? (
        <Message title={text.savedTitle} body={text.saved(card)} tone="good" />
      ) : (
        <Message title={text.paidTitle} body={text.paid(amount, card)} tone="good" />
      );
    case 'in-review':
      return <Message title={text.reviewTitle} body={text.review(view.company)} tone="waiting" />;
    case 'under-way':
      return <Message title={text.underWayTitle} body={text.underWay} tone="waiting" />;
    case 'over':
    case 'open':
      return <Over view={view} text={text} />;
  }
}

/** A link that was closed as the invoice is paid says so; all others, where to get a new one. */
function Over({ view, text }: Pick<PageProps, 'text'> & { readonly view: PayView }) {
  return view.problem?.code === 'invoice-settled' ? (
    <Message title={text.settledTitle} body={text.settled(view.company)} tone="good" />
  ) : (
    <Message title={text.overTitle} body={text.over(view.company)} />
  );
}

function Message(props: {
  readonly title: string;
  readonly body: string;
  readonly tone?: string;
  readonly children?: preact.ComponentChildren;
}) {
  return (
    <section class={`message ${props.tone ?? ''}`} role="status">
      <h1>{props.title}</h1>
      <p>{props.body}</p>
      {props.children}
    </section>
  );
}
