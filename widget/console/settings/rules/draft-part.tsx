// The draft of the rules: what it changes, what is wrong with it, how it would have judged the last month, and its publishing.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { DocumentReply, FaultView } from '../../../../functions/core/contract/documents.ts';
import type { Policy } from '../../../../functions/core/contract/policy.ts';
import { useText } from '../../../text/current-text.ts';
import { Action, Form, type SectionProps, TextField } from '../parts.tsx';
import { changeLines } from './change-words.ts';
import { DryRun } from './dry-run.tsx';
import { rulesTexts as words } from './en-rules.ts';
import { openDraft, type RulesModel } from './rules-model.ts';

interface DraftPartProps extends SectionProps {
  readonly rules: RulesModel;
}

export function DraftPart(props: DraftPartProps): JSX.Element {
  const { rules } = props;
  const document = rules.document.value;
  const draft = document && openDraft(document);
  const published = rules.published.value;
  return (
    <>
      <div role="status">
        {published && (
          <p>
            <b>{words.draft.published(published.version)}</b> {published.remarks.join(' ')}
          </p>
        )}
      </div>
      {draft && <Draft {...props} draft={draft} />}
    </>
  );
}

type OpenDraft = NonNullable<DocumentReply['draft']>;

function Draft(props: DraftPartProps & { readonly draft: OpenDraft }): JSX.Element {
  const { rules, draft, model, messages, setup } = props;
  const text = useText();
  const id = useId();
  const note = useSignal('');
  const errors = draft.faults.filter(({ severity }) => severity === 'error');
  const warnings = draft.faults.filter(({ severity }) => severity !== 'error');
  const publish = () => {
    if (note.peek().trim() !== '') void rules.publish(note.peek().trim());
  };
  const shared = { model, messages, at: 'rules' } as const;
  const tried = rules.tried.value;
  const held = rules.document.value?.standing?.body;
  const changes = held ? changeLines(held as Policy, draft.body as Policy, words, text) : [];
  return (
    <section class="boxed" aria-labelledby={id}>
      <h2 id={id}>{words.draft.title}</h2>
      <p class="muted">
        {words.draft.about(draft.author, text.relative(draft.at, Math.max(draft.at, setup.now)))}
      </p>
      <ul class="changes">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <Faults label={words.draft.faults} faults={errors} />
      <Faults label={words.draft.warnings} faults={warnings} />
      <Action {...shared} label={words.draft.tryOut} act={() => void rules.tryOut()} />
      <div role="status">{tried && <DryRun tried={tried} />}</div>
      <Form submit={publish}>
        <TextField
          label={words.draft.note}
          value={note.value}
          set={(value) => {
            note.value = value;
          }}
        />
        <p class="buttons">
          <Action
            {...shared}
            isPrimary
            isDisabled={errors.length > 0 || note.value.trim() === ''}
            label={words.draft.publish}
            act={publish}
          />
          <Action {...shared} label={words.draft.drop} act={() => void rules.drop()} />
        </p>
      </Form>
    </section>
  );
}

interface FaultsProps {
  readonly label: string;
  readonly faults: readonly FaultView[];
}

function Faults({ label, faults }: FaultsProps): JSX.Element | null {
  if (faults.length === 0) return null;
  return (
    <div>
      <b>{label}</b>
      <ul class="changes">
        {faults.map((fault) => (
          <li key={fault.sentence}>{faultWords(fault)}</li>
        ))}
      </ul>
    </div>
  );
}

function faultWords({ code, rule = 0, value = '', sentence }: FaultView): string {
  return code === undefined ? sentence : words.faults[code](String(rule), value);
}
