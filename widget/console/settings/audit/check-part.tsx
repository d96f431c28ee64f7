// How anybody can check that the audit is whole: the nightly check, the place to note, the files for the verifier.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { AuditExportReply, AuditReply } from '../../../../functions/core/contract/audit.ts';
import { useText } from '../../../text/current-text.ts';
import { SaveFile } from '../lists.tsx';
import { Action, type SectionProps } from '../parts.tsx';
import { auditTexts } from './en-audit.ts';

const words = auditTexts.check;

interface CheckPartProps extends SectionProps {
  readonly reply: AuditReply;
}

interface Exported {
  readonly part: number;
  readonly text: string;
  readonly next?: number;
}

export function CheckPart({ reply, model, messages }: CheckPartProps): JSX.Element {
  const text = useText();
  const id = useId();
  const exported = useSignal<Exported | undefined>(undefined);
  const { checked, head } = reply;
  async function takeAlong(): Promise<void> {
    const before = exported.peek();
    const after = before?.next === undefined ? '' : `&after=${before.next}`;
    const path = `/audit/export?as=json${after}`;
    const taken = await model.ask<AuditExportReply>('audit', 'GET', path, 'export');
    if (taken === undefined) return;
    const part = before?.next === undefined ? 1 : before.part + 1;
    exported.value = { part, ...taken.export };
  }
  const ready = exported.value;
  const isFirst = ready?.next === undefined;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.title}</h3>
      <p>
        {checked === undefined
          ? words.never
          : words.checked(checked.number, text.dateTime(checked.at))}
      </p>
      <p class="small muted">{words.head(head.number, head.hash)}</p>
      <p>{words.how}</p>
      <p>
        <code>{words.command}</code>
        <br />
        <code>{words.commandMore}</code>
      </p>
      <Action
        {...{ model, messages }}
        at="audit"
        label={isFirst ? words.export : words.next}
        act={() => void takeAlong()}
      />
      <div role="status">{ready && <p>{words.part(ready.part)}</p>}</div>
      {ready && <SaveFile name={`audit-${ready.part}.jsonl`} text={ready.text} />}
    </section>
  );
}
