// The doctor: every check with its state, each fault in words, and a button where it can be mended.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CheckView, DoctorReply } from '../../../functions/core/contract/doctor.ts';
import { Badge } from '../../parts/badge.tsx';
import type { Tone } from '../../parts/tone.ts';
import { useText } from '../../text/current-text.ts';
import { Action, type StepProps, TroubleAt } from './parts.tsx';

const tones: Readonly<Record<CheckView['state'], Tone>> = {
  good: 'good',
  fault: 'bad',
  unknown: 'waiting',
  skipped: 'neutral',
};

export function DoctorSection({ model, messages }: StepProps): JSX.Element {
  const text = messages.doctor;
  const checks = useSignal<readonly CheckView[] | undefined>(undefined);
  const known = checks.value;

  async function call(): Promise<void> {
    const reply = await model.ask<DoctorReply>('doctor', 'GET', '/doctor', 'checks');
    if (reply !== undefined) checks.value = reply.checks;
  }
  async function mend(check: CheckView['name'], subject: string): Promise<void> {
    const body = { check, subject };
    const path = '/doctor/mend';
    const reply = await model.ask<DoctorReply>('doctor', 'POST', path, 'checks', body);
    if (reply === undefined) return;
    const fresh = new Map(reply.checks.map((one) => [one.name, one]));
    checks.value = checks.peek()?.map((one) => fresh.get(one.name) ?? one);
    await model.refresh();
  }

  const faults = known?.reduce((sum, one) => sum + one.faults.length, 0) ?? 0;
  const unknown = known?.filter(({ state }) => state === 'unknown').length ?? 0;
  const found = faults === 0 && unknown === 0 ? text.well : text.faults(faults);
  const unseen = unknown === 0 ? '' : text.unseen(unknown);
  return (
    <section aria-labelledby="doctor-title">
      <h2 id="doctor-title">{text.title}</h2>
      <p class="muted">{text.about}</p>
      <Action
        model={model}
        messages={messages}
        at="doctor"
        label={known === undefined ? text.call : text.again}
        act={() => void call()}
      />
      <TroubleAt model={model} at="doctor" />
      <p role="status">{known && [found, unseen].filter((part) => part !== '').join(' ')}</p>
      {known && (
        <ul class="checks">
          {known.map((check) => (
            <CheckItem
              key={check.name}
              check={check}
              mend={mend}
              model={model}
              messages={messages}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface CheckItemProps extends StepProps {
  readonly check: CheckView;
  readonly mend: (check: CheckView['name'], subject: string) => Promise<void>;
}

function CheckItem({ check, mend, model, messages }: CheckItemProps): JSX.Element {
  const text = useText();
  const { doctor } = messages;
  const name = doctor.names[check.name];
  return (
    <li class="check">
      <p class="check-head">
        <span>{name}</span>
        <Badge tone={tones[check.state]} label={doctor.states[check.state]} />
      </p>
      {check.problem && <p class="small muted">{text.problem(check.problem).sentence}</p>}
      {check.faults.map(({ subject, problem, canMend }) => (
        <div class="fault" key={subject}>
          <p>
            <b>{text.problem(problem).sentence}</b> {text.problem(problem).next}
          </p>
          {canMend && (
            <Action
              model={model}
              messages={messages}
              at="doctor"
              label={doctor.mend}
              ariaLabel={doctor.mendLabel(name, subject)}
              act={() => void mend(check.name, subject)}
            />
          )}
        </div>
      ))}
    </li>
  );
}
