// What is loaded where money can be asked for: payment links, saved cards, their models and their texts.
export { ChargeSection } from './charge-section.tsx';
