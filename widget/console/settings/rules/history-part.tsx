// The versions of the rules: who published them when and why, what has changed since, and the way back.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { DocumentReply, VersionView } from '../../../../functions/core/contract/documents.ts';
import type { Policy } from '../../../../functions/core/contract/policy.ts';
import { Badge } from '../../../parts/badge.tsx';
import { useText } from '../../../text/current-text.ts';
import { sectionTexts } from '../en-sections.ts';
import { Action, Form, type SectionProps, TextField } from '../parts.tsx';
import { changeLines } from './change-words.ts';
import { rulesTexts as words } from './en-rules.ts';
import type { RulesModel } from './rules-model.ts';

interface HistoryPartProps extends SectionProps {
  readonly rules: RulesModel;
  readonly document: DocumentReply;
}

export function HistoryPart(props: HistoryPartProps): JSX.Element {
  const { document } = props;
  const id = useId();
  const current = document.standing?.version;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.history.title}</h2>
      <ul class="rows ruled-rows">
        {document.history.map((version) => (
          <Version
            key={`${version.version} ${current}`}
            {...props}
            version={version}
            isCurrent={version.version === current}
          />
        ))}
      </ul>
    </section>
  );
}

interface VersionProps extends HistoryPartProps {
  readonly version: VersionView;
  readonly isCurrent: boolean;
}

function Version(props: VersionProps): JSX.Element {
  const { rules, version: of, isCurrent, model, messages } = props;
  const { version, author, at, note } = of;
  const { history } = words;
  const text = useText();
  const changes = useSignal<readonly string[] | undefined>(undefined);
  const isAsked = useSignal(false);
  const shared = { model, messages, at: 'rules' } as const;
  const compare = async () => {
    const both = await rules.compare(version);
    changes.value = both && changeLines(both.before as Policy, both.after as Policy, words, text);
  };
  const known = changes.value;
  return (
    <li>
      <p>
        <b>{history.version(version)}</b>{' '}
        <span class="muted">
          {author === undefined || at === undefined
            ? history.shipped
            : history.by(author, text.dateTime(at))}
        </span>
      </p>
      {note && (
        <p>
          <q>{note}</q>
        </p>
      )}
      {isCurrent && <Badge tone="good" label={history.holds} />}
      {!isCurrent && !isAsked.value && (
        <p class="buttons">
          <Action
            {...shared}
            label={history.compare}
            ariaLabel={history.compareLabel(version)}
            act={() => void compare()}
          />
          <Action
            {...shared}
            label={history.goBack}
            ariaLabel={history.goBackLabel(version)}
            act={() => {
              isAsked.value = true;
            }}
          />
        </p>
      )}
      {isAsked.value && <GoBack {...props} cancel={() => (isAsked.value = false)} />}
      <div role="status">
        {known && known.length === 0 && <p>{history.same}</p>}
        {known && known.length > 0 && (
          <ul class="changes">
            {known.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function GoBack(props: VersionProps & { readonly cancel: () => void }): JSX.Element {
  const { rules, version: of, model, messages, cancel } = props;
  const { history } = words;
  const note = useSignal('');
  const go = () => {
    if (note.peek().trim() !== '') void rules.goBack(of.version, note.peek().trim());
  };
  return (
    <Form submit={go}>
      <p>{history.sure(of.version)}</p>
      <TextField
        label={history.note}
        value={note.value}
        set={(value) => {
          note.value = value;
        }}
      />
      <p class="buttons">
        <Action
          {...{ model, messages }}
          at="rules"
          isPrimary
          isDisabled={note.value.trim() === ''}
          label={history.yes}
          act={go}
        />
        <button type="button" class="button" onClick={cancel}>
          {sectionTexts.cancel}
        </button>
      </p>
    </Form>
  );
}
