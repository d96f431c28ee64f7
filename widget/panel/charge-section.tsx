// Payment links and saved cards of the open record: what was asked for, how it stands, and asking anew.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChargesRequest } from '../../functions/core/contract/charges.ts';
import { useText } from '../text/current-text.ts';
import { chargeTexts as words } from '../text/en-charges.ts';
import { createApiClient } from './api-client.ts';
import { ChargeCards } from './charge-cards.tsx';
import { ChargeFaultText } from './charge-fault.tsx';
import { ChargeForm } from './charge-form.tsx';
import { createChargeFormModel } from './charge-form-model.ts';
import { ChargeRequests } from './charge-list.tsx';
import { createChargeModel } from './charge-model.ts';
import type { PanelModel } from './panel-model.ts';
import { createRequestsModel } from './requests-model.ts';

export interface ChargeSectionProps {
  readonly model: PanelModel;
  readonly subject: ChargesRequest;
}

/** Styles of the panel's one sheet would be loaded by all who ask for nothing. */
const APART = { marginBlockStart: '1.25rem', display: 'grid', gap: '12px' };

export function ChargeSection({ model, subject }: ChargeSectionProps): JSX.Element {
  const text = useText();
  // Made once: each reading of the panel brings an equal subject anew.
  const [charges] = useState(() =>
    createChargeModel(model.options, subject, (charge) => {
      model.options.host.notify('success', words.charge.paid(text.money(charge.amount)));
      void model.awaitPayment();
    }),
  );
  const [form] = useState(() =>
    createChargeFormModel(
      {
        ...model.options,
        locale: text.locale,
        openRecord: model.openRecord,
        onStart: ({ customer }) => {
          charges.knowCustomer(customer.id);
          void charges.look();
        },
        onAnswer: (charge) => {
          void charges.look();
          const brings = charge?.state === 'paid' && charge.purpose !== 'save-card';
          void (brings ? model.awaitPayment() : model.refresh());
        },
      },
      subject,
    ),
  );
  const [requests] = useState(() =>
    createRequestsModel(
      createApiClient(model.options.host),
      () => {},
      () => {
        void charges.look();
        void model.refresh();
      },
    ),
  );
  useEffect(() => {
    void charges.look();
    return charges.dispose;
  }, [charges]);
  const list = charges.list.value;
  const isAboutCards = subject.invoiceId === undefined;
  return (
    <section class="page ruled" style={APART} aria-label={isAboutCards ? words.cards : words.ask}>
      <h2>{isAboutCards ? words.cards : words.ask}</h2>
      {list.kind === 'reading' && (
        <p class="muted" role="status">
          {words.reading}
        </p>
      )}
      {list.kind === 'fault' && (
        <div role="alert">
          <ChargeFaultText fault={list.fault} />
          <button type="button" class="button" onClick={() => void charges.look()}>
            {text.messages.retry}
          </button>
        </div>
      )}
      {list.kind === 'ready' && (
        <>
          {isAboutCards && <ChargeCards charges={charges} reply={list.reply} />}
          {list.reply.mayCharge && <ChargeForm form={form} isAboutCards={isAboutCards} />}
          <ChargeRequests charges={charges} requests={requests} reply={list.reply} model={model} />
        </>
      )}
    </section>
  );
}
