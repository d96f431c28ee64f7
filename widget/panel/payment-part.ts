// What is loaded once a payment is shown: limits, refund and approval, story and fraud check, with their texts.

export { createMoveModel } from './move-model.ts';
export { MoneyColumn, StoryColumn } from './payment-columns.tsx';
export { PaymentFacts } from './payment-facts.tsx';
export { createRefundModel } from './refund-model.ts';
export { createRequestsModel } from './requests-model.ts';
