// The settings page: the set-up, every step with its state and each to be opened again, the doctor, and the other parts.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SetupStep, SetupView, StepState } from '../../../functions/core/contract/setup.ts';
import { Badge } from '../../parts/badge.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { SupportDetail } from '../../parts/support-detail.tsx';
import type { Tone } from '../../parts/tone.ts';
import { useText } from '../../text/current-text.ts';
import { DoctorSection } from './doctor-section.tsx';
import { type StepProps, TroubleAt } from './parts.tsx';
import { OpenSections, SectionNav, type SettingsPlace } from './section-nav.tsx';
import type { Sections } from './sections.ts';
import type { PageView } from './setup-model.ts';
import { summaryOf } from './step-summary.ts';
import { stepBodies } from './steps/step-bodies.tsx';

export interface SetupPageProps extends StepProps {
  readonly apiBase: string;
  readonly sections: Sections;
}

export function SetupPage(props: SetupPageProps): JSX.Element {
  const view = props.model.view.value;
  switch (view.kind) {
    case 'loading':
      return <Skeleton label={props.messages.loading} />;
    case 'ready':
      return <Steps {...props} setup={view.setup} />;
    default:
      return <PageTrouble view={view} retry={props.model.start} />;
  }
}

interface PageTroubleProps {
  readonly view: Extract<PageView, { kind: 'unreachable' | 'refused' }>;
  readonly retry: () => Promise<void>;
}

function PageTrouble({ view, retry }: PageTroubleProps): JSX.Element {
  const text = useText();
  const { unreachable } = text.messages;
  const said =
    view.kind === 'refused'
      ? { ...text.problem(view.problem), detail: view.problem.code }
      : { sentence: unreachable[view.failure.why], next: '', detail: view.failure.detail };
  return (
    <Notice icon="alert" title={said.sentence}>
      <p>{said.next}</p>
      <button type="button" class="button" onClick={() => void retry()}>
        {text.messages.retry}
      </button>
      <SupportDetail label={text.messages.support} detail={said.detail} />
    </Notice>
  );
}

const tones: Readonly<Record<StepState, Tone>> = {
  done: 'good',
  open: 'waiting',
  waiting: 'waiting',
  trouble: 'bad',
  later: 'neutral',
  skipped: 'neutral',
};

function Steps(props: SetupPageProps & { readonly setup: SetupView }): JSX.Element {
  const { setup, messages, model } = props;
  const place = useSignal<SettingsPlace>('setup');
  const counted = setup.steps.filter(({ state }) => state !== 'skipped');
  const done = counted.filter(({ state }) => state === 'done').length;
  const isReady = setup.state === 'active';
  const progress = messages.progress(done, counted.length);
  return (
    <article class="settings">
      <header>
        <h1>{messages.title}</h1>
        <Badge
          tone={isReady ? 'good' : 'waiting'}
          label={isReady ? messages.ready : messages.notReady}
        />
        <p>{[setup.name, progress].filter((part) => part !== '').join(' · ')}</p>
        <progress value={done} max={counted.length} aria-label={progress} />
      </header>
      <SectionNav place={place.value} go={(next) => (place.value = next)} />
      <div hidden={place.value !== 'setup'} class="set-up">
        <ol class="steps">
          {setup.steps.map(({ id, state }, index) => (
            <StepItem key={id} id={id} state={state} index={index} {...props} />
          ))}
        </ol>
        <DoctorSection model={model} messages={messages} />
      </div>
      <OpenSections place={place.value} sections={props.sections} {...{ model, messages, setup }} />
    </article>
  );
}

interface StepItemProps extends SetupPageProps {
  readonly setup: SetupView;
  readonly id: SetupStep;
  readonly state: StepState;
  readonly index: number;
}

function StepItem(props: StepItemProps): JSX.Element {
  const { id, state, index, setup, messages, model, apiBase } = props;
  const { title, about } = messages.steps[id];
  const isOpen = model.openStep.value === id;
  const Body = stepBodies[id];
  const panelId = `step-${id}`;
  const summary = summaryOf(id, setup, messages);
  return (
    <li class="step">
      <h2>
        <button
          type="button"
          class="step-head"
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => model.toggle(id)}
        >
          <span class="step-title">
            {index + 1}. {title}
          </span>
          <Badge tone={tones[state]} label={messages.states[state]} />
          <Icon name="chevron" />
        </button>
      </h2>
      {summary && !isOpen && <p class="step-summary small muted">{summary}</p>}
      <div id={panelId} class="step-body" hidden={!isOpen}>
        {isOpen && (
          <>
            <p class="muted">{about}</p>
            {state === 'later' ? (
              <p>{messages.laterBecause}</p>
            ) : (
              <Body model={model} messages={messages} setup={setup} apiBase={apiBase} />
            )}
            <TroubleAt model={model} at={id} />
          </>
        )}
      </div>
    </li>
  );
}
