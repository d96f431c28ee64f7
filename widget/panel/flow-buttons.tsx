// The flows that wait behind a button, for the payment that is shown: loaded only where there are any.
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { FlowButtonView, RunProgress } from '../../functions/core/contract/flow-start.ts';
import { buttonTexts as words } from '../text/en-flow-buttons.ts';
import { type ButtonStep, createFlowButtonModel } from './flow-button-model.ts';
import type { PanelModelOptions } from './panel-model.ts';
import { ProblemText } from './problem-text.tsx';

export interface FlowButtonsProps {
  readonly buttons: readonly FlowButtonView[];
  readonly paymentKey: string;
  readonly options: PanelModelOptions;
}

/** Styles of the panel's one sheet would be loaded by all who have no buttons. */
const APART = { marginBlockStart: '1.25rem' };

export function FlowButtons({ buttons, paymentKey, options }: FlowButtonsProps): JSX.Element {
  return (
    <section class="page ruled" style={APART} aria-label={words.title}>
      <h2>{words.title}</h2>
      {buttons.map(({ flow, title }) => (
        <FlowButton
          key={`${paymentKey} ${flow}`}
          flow={flow}
          title={title}
          paymentKey={paymentKey}
          options={options}
        />
      ))}
    </section>
  );
}

interface FlowButtonProps extends Omit<FlowButtonsProps, 'buttons'> {
  readonly flow: string;
  readonly title: string;
}

function FlowButton({ flow, title, paymentKey, options }: FlowButtonProps): JSX.Element {
  const model = useMemo(
    () => createFlowButtonModel(options, flow, paymentKey),
    [options, flow, paymentKey],
  );
  useEffect(() => model.dispose, [model]);
  const step = model.step.value;
  const isBusy = step.kind === 'starting' || step.kind === 'running';
  return (
    <div>
      <button
        type="button"
        class="button wide"
        aria-disabled={isBusy}
        onClick={() => void model.press()}
      >
        {title}
      </button>
      <div role="status" class="small" style={{ marginBlockStart: '0.5rem' }}>
        <Progress step={step} />
      </div>
    </div>
  );
}

function Progress({ step }: { readonly step: ButtonStep }): JSX.Element | null {
  switch (step.kind) {
    case 'ready':
      return null;
    case 'starting':
      return <p>{words.starting}</p>;
    case 'unsure':
      return <p>{words.unsure}</p>;
    case 'refused':
      return <ProblemText problem={step.problem} />;
    case 'running':
      return <Running run={step.run} rests={step.rests === true} />;
    case 'over':
      return <Over run={step.run} />;
  }
}

function Running({
  run,
  rests,
}: {
  readonly run: RunProgress | undefined;
  readonly rests: boolean;
}): JSX.Element {
  if (run?.problem) return <ProblemText problem={run.problem} lead={words.trying} />;
  if (run?.state === 'waiting') return <p>{words.waiting}</p>;
  return <p>{rests ? words.later : words.working}</p>;
}

function Over({ run }: { readonly run: RunProgress }): JSX.Element {
  if (run.state === 'skipped') return <p>{words.skipped}</p>;
  if (run.state === 'failed') {
    return run.problem ? (
      <ProblemText problem={run.problem} lead={words.failed} />
    ) : (
      <p>{words.failed}</p>
    );
  }
  return (
    <>
      <p>{words.done}</p>
      {run.results && run.results.length > 0 && (
        <dl>
          {run.results.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
