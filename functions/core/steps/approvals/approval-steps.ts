// All that the api asks of approvals and policies, in one module that it loads when it is first asked.
export {
  decideApproval,
  showApprovals,
  showOwnRequests,
  withdrawRequest,
} from '../decide-approval.ts';
export { dryRunPolicy } from '../policy/dry-run-policy.ts';
export { showPayment } from '../show-panel.ts';
export { requestRefund } from './request-refund.ts';
