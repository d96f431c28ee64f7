// What a movement will become in Zoho Books, read when somebody opens it.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type {
  BooksPreviewReply,
  BooksPreviewRequest,
  BooksRecordView,
} from '../../functions/core/contract/books-preview.ts';
import type { Host } from '../hosts/host.ts';
import { useText } from '../text/current-text.ts';
import { bookTexts as words } from '../text/en-books-preview.ts';
import { callApi, type Reply } from './api-client.ts';
import { ProblemText } from './problem-text.tsx';

interface BooksPreviewProps extends BooksPreviewRequest {
  readonly host: Host;
}

const START = { textAlign: 'start', fontWeight: 'normal' } as const;
/** Names the record of the books that the table is about. */
const RECORD = { ...START, fontWeight: 600, paddingBlock: '6px 2px' } as const;
const END = { textAlign: 'end', fontWeight: 'normal', whiteSpace: 'nowrap' } as const;

export function BooksPreview({
  host,
  paymentKey,
  kind,
  amountMinor,
  lines,
}: BooksPreviewProps): JSX.Element {
  const [reply, setReply] = useState<Reply<BooksPreviewReply>>();
  useEffect(() => {
    let isShown = true;
    setReply(undefined);
    const request = { paymentKey, kind, amountMinor, ...(lines && { lines }) };
    void callApi<BooksPreviewReply>(host, 'POST', '/books/preview', request, 'records').then(
      (answer) => {
        if (isShown) setReply(answer);
      },
    );
    return () => {
      isShown = false;
    };
  }, [host, paymentKey, kind, amountMinor]);
  if (reply === undefined) return <p role="status">{words.loading}</p>;
  switch (reply.kind) {
    case 'ok':
      return <Records {...reply.value} />;
    case 'refused':
      return <ProblemText problem={reply.problem} />;
    case 'unreachable':
      return <p role="alert">{words.failed}</p>;
  }
}

function Records({ records, note }: BooksPreviewReply): JSX.Element {
  return (
    <>
      {note && <p>{words.notes[note]}</p>}
      {records.map((record, index) => (
        // Of one kind there may be several: a refund over two invoices has two credit notes.
        <RecordTable key={`${index} ${record.kind}`} record={record} />
      ))}
    </>
  );
}

function RecordTable({ record }: { readonly record: BooksRecordView }): JSX.Element {
  const text = useText();
  const numbers = text.list(record.invoices);
  return (
    <>
      <table style={{ inlineSize: '100%' }}>
        <caption style={RECORD}>
          {words.record(words.records[record.kind], text.money(record.amount), numbers)}
        </caption>
        <thead class="muted">
          <tr>
            <th scope="col" style={START}>
              {words.account}
            </th>
            <th scope="col" style={END}>
              {words.debit}
            </th>
            <th scope="col" style={END}>
              {words.credit}
            </th>
          </tr>
        </thead>
        <tbody>
          {record.entries.map(({ account, accountName, side, amount }) => (
            <tr key={account}>
              <th scope="row" style={START}>
                {accountName ?? words.accounts[account]}
              </th>
              <td style={END}>{side === 'debit' ? text.money(amount) : ''}</td>
              <td style={END}>{side === 'credit' ? text.money(amount) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">{words.undo[record.kind]}</p>
    </>
  );
}
