// Lines of the invoice to refund: how many of each, and what that comes to.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import type {
  RefundLinesReply,
  RefundLineView,
} from '../../functions/core/contract/refund-lines.ts';
import {
  BESIDE_LINES,
  lineAmount,
  type RefundLine,
} from '../../functions/core/domain/refund-lines.ts';
import type { Host } from '../hosts/host.ts';
import { useText } from '../text/current-text.ts';
import { refundTexts } from '../text/en-refund.ts';
import { callApi, type Reply } from './api-client.ts';
import { ProblemText } from './problem-text.tsx';
import type { RefundModel } from './refund-model.ts';

interface RefundLinesProps {
  readonly host: Host;
  readonly refund: RefundModel;
  readonly payment: PaymentView;
}

export function RefundLines({ host, refund, payment }: RefundLinesProps): JSX.Element {
  const [reply, setReply] = useState<Reply<RefundLinesReply>>();
  const { key } = payment;
  useEffect(() => {
    let isShown = true;
    void callApi<RefundLinesReply>(
      host,
      'POST',
      '/refunds/lines',
      { paymentKey: key },
      'lines',
    ).then((answer) => {
      if (isShown) setReply(answer);
    });
    return () => {
      isShown = false;
    };
  }, [host, key]);
  const words = refundTexts.lines;
  if (reply === undefined) return <p role="status">{words.loading}</p>;
  switch (reply.kind) {
    case 'ok':
      return <Lines {...reply.value} refund={refund} currency={payment.amount.currency} />;
    case 'refused':
      return <ProblemText problem={reply.problem} />;
    case 'unreachable':
      return <p role="alert">{words.failed}</p>;
  }
}

interface LinesProps extends RefundLinesReply {
  readonly refund: RefundModel;
  readonly currency: string;
}

function Lines({ invoiceNumber, lines, refund, currency }: LinesProps): JSX.Element {
  const words = refundTexts.lines;
  const open = lines.filter((line) => lineAmount(line, leftMilli(line)) !== undefined);
  const chosen = refund.lines.value;

  function choose(line: RefundLineView, quantityMilli: number): void {
    const others = chosen.filter(({ lineId }) => lineId !== line.id);
    const amountMinor = lineAmount(line, quantityMilli);
    refund.chooseLines(
      amountMinor === undefined
        ? others
        : [...others, { lineId: line.id, quantityMilli, amountMinor }],
    );
  }

  if (open.length === 0) return <p>{words.none}</p>;
  return (
    <fieldset class="lines">
      <legend>{words.title(invoiceNumber)}</legend>
      {open.map((line) => (
        <Line
          key={line.id}
          line={line}
          chosen={chosen.find(({ lineId }) => lineId === line.id)}
          currency={currency}
          onChoose={(quantityMilli) => choose(line, quantityMilli)}
        />
      ))}
    </fieldset>
  );
}

interface LineProps {
  readonly line: RefundLineView;
  readonly chosen: RefundLine | undefined;
  readonly currency: string;
  readonly onChoose: (quantityMilli: number) => void;
}

function Line({ line, chosen, currency, onChoose }: LineProps): JSX.Element {
  const text = useText();
  const words = refundTexts.lines;
  const id = `refund-line-${line.id}`;
  const whole = line.id === BESIDE_LINES;
  const name = whole ? words.beside : line.name || words.noName;
  const left = leftMilli(line);
  const room = text.money({ minor: line.totalMinor - line.takenMinor, currency });
  const count = words.of(text.number(left / 1_000), text.number(line.quantityMilli / 1_000));
  return (
    <div class="field">
      <label for={id}>{words.quantity(name)}</label>
      <input
        id={id}
        type="number"
        min={0}
        max={left / 1_000}
        step={line.quantityMilli % 1_000 === 0 ? 1 : 0.001}
        value={chosen === undefined ? '' : chosen.quantityMilli / 1_000}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onChoose(Math.round(currentTarget.valueAsNumber * 1_000))}
      />
      <p id={`${id}-hint`} class="muted">
        {chosen === undefined
          ? `${count} · ${words.comesTo(room)}`
          : text.money({ minor: chosen.amountMinor, currency })}
      </p>
    </div>
  );
}

function leftMilli({ quantityMilli, takenQuantityMilli }: RefundLineView): number {
  return quantityMilli - takenQuantityMilli;
}
