// What is loaded where a flow waits behind a button: the buttons, their model and their texts.
export { FlowButtons } from './flow-buttons.tsx';
