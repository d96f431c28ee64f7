// What is loaded where a ticket is open: how it found its payments, the pick, and their texts.
export { RecordPart } from './ticket-payments.tsx';
