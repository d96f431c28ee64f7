// The audit: entries with a filter, older ones on demand, and how to check that nothing of it was changed.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AuditReply, AuditRowView } from '../../../../functions/core/contract/audit.ts';
import { useText } from '../../../text/current-text.ts';
import { Part } from '../lists.tsx';
import { Action, type SectionProps } from '../parts.tsx';
import { type AuditFilter, AuditFilterForm, emptyFilter, pathOf } from './audit-filter.tsx';
import { detailLines, entryWords } from './audit-words.ts';
import { CheckPart } from './check-part.tsx';
import { auditTexts as words } from './en-audit.ts';

export function Section(props: SectionProps): JSX.Element {
  const { model, messages } = props;
  const reply = useSignal<AuditReply | undefined>(undefined);
  const filter = useSignal<AuditFilter>(emptyFilter);
  const read = (before?: number) =>
    model.ask<AuditReply>('audit', 'GET', pathOf(filter.peek(), before), 'rows');
  async function load(): Promise<void> {
    reply.value = (await read()) ?? reply.peek();
  }
  async function more(): Promise<void> {
    const known = reply.peek();
    const older = known?.next === undefined ? undefined : await read(known.next);
    if (known === undefined || older === undefined) return;
    reply.value = { ...older, rows: [...known.rows, ...older.rows] };
  }
  useEffect(() => void load(), []);
  const shown = reply.value;
  return (
    <>
      <Part
        {...props}
        at="audit"
        title={words.title}
        about={words.about}
        reload={load}
        isEmpty={shown === undefined}
      >
        <AuditFilterForm
          {...props}
          apply={(next) => {
            filter.value = next;
            void load();
          }}
        />
        {shown?.rows.length === 0 && <p role="status">{words.none}</p>}
        <ol class="rows ruled-rows">
          {shown?.rows.map((row) => (
            <Entry key={row.number} row={row} />
          ))}
        </ol>
        {shown?.next !== undefined && (
          <Action {...{ model, messages }} at="audit" label={words.more} act={() => void more()} />
        )}
      </Part>
      {shown && <CheckPart {...props} reply={shown} />}
    </>
  );
}

function Entry({ row }: { readonly row: AuditRowView }): JSX.Element {
  const text = useText();
  const lines = detailLines(row, words);
  return (
    <li>
      <p>
        <b>{entryWords(row, words)}</b> <span class="muted">{row.subject}</span>
      </p>
      <p class="small muted">{words.number(row.number, text.dateTime(row.at))}</p>
      {lines.length > 0 && (
        <details>
          <summary>{words.detail}</summary>
          <ul class="changes small">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
