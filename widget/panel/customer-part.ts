// What is loaded where a customer's record is open: the figures, their model and their texts.
export { RecordPart } from './customer-figures.tsx';
export { CustomerPayments } from './customer-payments.tsx';
