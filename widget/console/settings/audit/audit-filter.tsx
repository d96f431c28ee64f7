// Which entries of the audit are shown: by person, by what was done, by what it is about, by day.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { StaffReply } from '../../../../functions/core/contract/identity.ts';
import { Action, Field, Form, Options, type SectionProps, TextField } from '../parts.tsx';
import { auditTexts } from './en-audit.ts';

const words = auditTexts.filter;

export interface AuditFilter {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** Days as the browser's field gives them, `2026-11-22`, in the reader's time zone. */
  readonly from: string;
  readonly to: string;
}

export const emptyFilter: AuditFilter = { actor: '', action: '', subject: '', from: '', to: '' };

/** @param before only entries with a smaller number. */
export function pathOf({ actor, action, subject, from, to }: AuditFilter, before?: number): string {
  const query = new URLSearchParams();
  const add = (name: string, value: string) => value !== '' && query.set(name, value);
  add('actor', actor);
  add('action', action);
  add('subject', subject.trim());
  add('from', dayStart(from, 0));
  add('to', dayStart(to, 1));
  add('before', before === undefined ? '' : String(before));
  return query.size === 0 ? '/audit' : `/audit?${query}`;
}

/** Epoch ms of the first moment of the day, or of one `later` by days. */
function dayStart(day: string, later: number): string {
  if (day === '') return '';
  const start = new Date(`${day}T00:00`);
  start.setDate(start.getDate() + later);
  return String(start.getTime());
}

interface FormProps extends SectionProps {
  readonly apply: (filter: AuditFilter) => void;
}

export function AuditFilterForm({ model, messages, apply }: FormProps): JSX.Element {
  const draft = useSignal(emptyFilter);
  const people = useSignal<StaffReply['people']>([]);
  useEffect(() => {
    void (async () => {
      const reply = await model.readAside<StaffReply>('audit', '/staff', 'people');
      people.value = reply?.people ?? [];
    })();
  }, []);
  const set = (change: Partial<AuditFilter>) => {
    draft.value = { ...draft.peek(), ...change };
  };
  const submit = () => apply(draft.peek());
  return (
    <details class="filter">
      <summary>{words.title}</summary>
      <Form submit={submit}>
        <Field label={words.person}>
          {(ids) => (
            <Options
              {...ids}
              value={draft.value.actor}
              all={[['', words.everybody], ...people.value.map(nameOf)]}
              set={(actor) => set({ actor })}
            />
          )}
        </Field>
        <Field label={words.action}>
          {(ids) => (
            <Options
              {...ids}
              value={draft.value.action}
              all={[['', words.everything], ...Object.entries(auditTexts.actions)]}
              set={(action) => set({ action })}
            />
          )}
        </Field>
        <TextField
          label={words.subject}
          hint={words.subjectHint}
          value={draft.value.subject}
          set={(subject) => set({ subject })}
        />
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} label={words[end]}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                value={draft.value[end]}
                onChange={(event) => set({ [end]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        <Action {...{ model, messages }} at="audit" label={words.apply} act={submit} />
      </Form>
    </details>
  );
}

function nameOf({ userId, name, mail }: StaffReply['people'][number]): readonly [string, string] {
  return [userId, `${name} (${mail})`];
}
