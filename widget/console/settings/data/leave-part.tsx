// Leaving: what is taken back, what stays, the company's name typed as a yes, and how far it has come.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import {
  type LeavingReply,
  type LeavingView,
  leavingTasks,
} from '../../../../functions/core/contract/lifecycle.ts';
import { Badge } from '../../../parts/badge.tsx';
import { useText } from '../../../text/current-text.ts';
import { Part, type Read } from '../lists.tsx';
import { Action, Form, type SectionProps, TextField } from '../parts.tsx';
import { dataTexts } from './en-data.ts';

const words = dataTexts.leave;

interface LeavePartProps extends SectionProps {
  readonly leaving: Read<LeavingReply>;
}

export function LeavePart(props: LeavePartProps): JSX.Element {
  const { leaving, model } = props;
  const { value } = leaving;
  const done = (view: LeavingView | undefined) => {
    if (view === undefined || value === undefined) return;
    const { company, periods } = value;
    leaving.set({ ...view, company, periods });
    void model.refresh();
  };
  return (
    <Part
      {...props}
      at="leaving"
      title={words.title}
      about={words.about}
      reload={leaving.again}
      isEmpty={value === undefined}
      isReading={leaving.isReading}
    >
      {value?.state === 'leaving' && <Progress {...props} view={value} done={done} />}
      {value && value.state !== 'leaving' && <Ask {...props} view={value} done={done} />}
    </Part>
  );
}

interface ViewProps extends LeavePartProps {
  readonly view: LeavingReply;
  readonly done: (view: LeavingView | undefined) => void;
}

function Ask(props: ViewProps): JSX.Element {
  const { view, done, model, messages } = props;
  const text = useText();
  const name = useSignal('');
  const isDespite = useSignal(false);
  const isMoneyOpen =
    model.trouble.value?.at === 'leaving' &&
    model.trouble.value.why.kind === 'refused' &&
    model.trouble.value.why.problem.code === 'leaving-money-open';
  async function leave(): Promise<void> {
    const body = {
      confirm: name.peek(),
      ...(isDespite.peek() ? { despiteOpen: true } : {}),
    };
    const path = '/installation/uninstall';
    done(await model.ask<LeavingView>('leaving', 'POST', path, 'byHand', body));
  }
  const isSure = name.value.trim() === view.company.trim();
  return (
    <>
      {view.startsAt !== undefined && (
        <div class="boxed">
          <p>{words.announced(text.dateTime(view.startsAt))}</p>
          <Stay {...props} />
        </div>
      )}
      <p>{words.revoked}</p>
      <ol class="changes">
        {leavingTasks.map((task) => (
          <li key={task}>{words.tasks[task]}</li>
        ))}
      </ol>
      <p>{words.law}</p>
      <p>{words.byPerson}</p>
      <Form submit={() => void (isSure && leave())}>
        <TextField
          label={words.confirm(view.company)}
          value={name.value}
          set={(value) => {
            name.value = value;
          }}
        />
        {(isMoneyOpen || isDespite.value) && (
          <label class="choice">
            <input
              type="checkbox"
              checked={isDespite.value}
              onChange={(event) => {
                isDespite.value = event.currentTarget.checked;
              }}
            />
            {words.despite}
          </label>
        )}
        <Action
          {...{ model, messages }}
          at="leaving"
          isDisabled={!isSure}
          label={words.yes}
          act={() => void leave()}
        />
      </Form>
    </>
  );
}

function Progress(props: ViewProps): JSX.Element {
  const { view, leaving, model, messages } = props;
  const text = useText();
  const { done, byHand, eraseAt = 0 } = view;
  const ended = done.length + byHand.length;
  const allDone = byHand.length === 0 ? words.allDone : words.restByHand;
  const progress = words.progress(done.length, leavingTasks.length);
  return (
    <>
      <p>
        <b>{words.leaving(text.dateTime(eraseAt))}</b>
      </p>
      <progress value={done.length} max={leavingTasks.length} aria-label={progress} />
      <p role="status">{ended === leavingTasks.length ? allDone : progress}</p>
      <ul class="rows">
        {leavingTasks.map((task) => {
          const left = byHand.find((one) => one.task === task);
          const isDone = done.includes(task);
          return (
            <li key={task}>
              <p>{words.tasks[task]}</p>
              <Badge
                tone={isDone ? 'good' : left ? 'bad' : 'waiting'}
                label={isDone ? words.taskDone : left ? words.taskByHand : words.taskOpen}
              />
              {left && (
                <p>
                  {text.problem(left.problem).sentence} {text.problem(left.problem).next}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <p>{words.byPerson}</p>
      <p class="buttons">
        {ended < leavingTasks.length && (
          <Action
            {...{ model, messages }}
            at="leaving"
            label={words.look}
            act={() => void leaving.again()}
          />
        )}
      </p>
      <Stay {...props} />
    </>
  );
}

function Stay({ done, model, messages }: ViewProps): JSX.Element {
  const stay = async () => {
    const path = '/installation/stay';
    done(await model.ask<LeavingView>('leaving', 'POST', path, 'byHand', {}));
  };
  return (
    <>
      <Action {...{ model, messages }} at="leaving" label={words.stay} act={() => void stay()} />
      <p class="small muted">{words.stayHint}</p>
    </>
  );
}
