// The rules: what holds, each rule to be changed in a form, the draft with its trial, and the versions.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Policy, PolicyRule } from '../../../../functions/core/contract/policy.ts';
import { useText } from '../../../text/current-text.ts';
import { Part } from '../lists.tsx';
import { Action, type SectionProps } from '../parts.tsx';
import { DraftPart } from './draft-part.tsx';
import { rulesTexts as words } from './en-rules.ts';
import { HistoryPart } from './history-part.tsx';
import { RequestsForm } from './requests-form.tsx';
import { RuleForm } from './rule-form.tsx';
import { ruleWords } from './rule-words.ts';
import { createRulesModel, policyOf, type RulesModel } from './rules-model.ts';

export function Section(props: SectionProps): JSX.Element {
  const { locale } = useText();
  const rules = useMemo(() => createRulesModel(props.model, locale), [props.model, locale]);
  useEffect(() => void rules.load(), [rules]);
  const document = rules.document.value;
  const policy = document && policyOf(document);
  return (
    <>
      <Part
        {...props}
        at="rules"
        title={words.title}
        about={words.about}
        reload={rules.load}
        isEmpty={policy === undefined}
      >
        <Standing rules={rules} />
        {policy && <RuleList {...props} rules={rules} policy={policy} />}
      </Part>
      {policy && <RequestsForm {...props} rules={rules} policy={policy} />}
      <DraftPart {...props} rules={rules} />
      {document && <HistoryPart {...props} rules={rules} document={document} />}
    </>
  );
}

function Standing({ rules }: { readonly rules: RulesModel }): JSX.Element | null {
  const text = useText();
  const standing = rules.document.value?.standing;
  if (standing === undefined) return null;
  const { origin, version, author = '', at } = standing;
  return (
    <p>
      {origin === 'shipped' || at === undefined
        ? words.shipped
        : words.standing(version, author, text.dateTime(at))}
    </p>
  );
}

interface RuleListProps extends SectionProps {
  readonly rules: RulesModel;
  readonly policy: Policy;
}

/** Which rule is open in the form; `new` behind the last. */
type Open = number | 'new' | undefined;

function RuleList(props: RuleListProps): JSX.Element {
  const { rules, policy, model, messages } = props;
  const open = useSignal<Open>(undefined);
  const keep = async (next: readonly PolicyRule[]) => {
    if (await rules.keep({ ...policy, rules: next })) open.value = undefined;
  };
  const cancel = () => {
    open.value = undefined;
  };
  return (
    <>
      {policy.rules.length === 0 && <p>{words.none}</p>}
      <ol class="rows ruled-rows">
        {policy.rules.map((rule, index) => (
          <li key={`${index} ${JSON.stringify(rule)}`}>
            {open.value === index ? (
              <RuleForm
                {...props}
                rule={rule}
                cancel={cancel}
                keep={(next) => void keep(policy.rules.with(index, next))}
              />
            ) : (
              <RuleRow
                {...props}
                rule={rule}
                edit={() => {
                  open.value = index;
                }}
                remove={() => void keep(policy.rules.filter((one) => one !== rule))}
              />
            )}
          </li>
        ))}
      </ol>
      {open.value === 'new' ? (
        <RuleForm
          {...props}
          rule={undefined}
          cancel={cancel}
          keep={(next) => void keep([...policy.rules, next])}
        />
      ) : (
        <Action
          {...{ model, messages }}
          at="rules"
          label={words.add}
          act={() => {
            open.value = 'new';
          }}
        />
      )}
    </>
  );
}

interface RuleRowProps extends SectionProps {
  readonly rule: PolicyRule;
  readonly edit: () => void;
  readonly remove: () => void;
}

function RuleRow({ rule, edit, remove, model, messages }: RuleRowProps): JSX.Element {
  const sentence = ruleWords(rule, words, useText());
  const shared = { model, messages, at: 'rules' } as const;
  return (
    <>
      <p>{sentence}</p>
      <p class="buttons">
        <Action {...shared} label={words.edit} ariaLabel={words.editLabel(sentence)} act={edit} />
        <Action
          {...shared}
          label={words.remove}
          ariaLabel={words.removeLabel(sentence)}
          act={remove}
        />
      </p>
    </>
  );
}
