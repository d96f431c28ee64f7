// All that the worker does for requests and questions to people, in one module that it loads when there first is one.
export { askForFlow } from './ask-for-flow.ts';
export { carryOnRequest } from './carry-on-request.ts';
