// The doctor in one module that the api loads when it is first called.
export { callDoctor, mendFault } from './examine.ts';
