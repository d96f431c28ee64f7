// The keys of a contact that the sandbox always answers alike (recorded shapes, zoho-shapes.md).
import { blank, type Json } from '../blank.ts';

const templates = blank({
  empty: `statement_template_id statement_template_name invoice_template_id invoice_template_name
    bill_template_id bill_template_name estimate_template_id estimate_template_name
    creditnote_template_id creditnote_template_name paymentthankyou_template_id
    paymentthankyou_template_name invoice_email_template_id invoice_email_template_name
    estimate_email_template_id estimate_email_template_name creditnote_email_template_id
    creditnote_email_template_name paymentthankyou_email_template_id
    paymentthankyou_email_template_name payment_remittance_email_template_id
    payment_remittance_email_template_name`,
});

export function contactBlank(): Json {
  return {
    ...blank({
      empty: `contact_tax_information designation department language_code language_code_formatted
        contact_salutation photo_url invited_by contact_relation_type owner_id owner_name twitter
        facebook crm_owner_id exchange_rate opening_balance_amount_bcy consent_date tax_id_type
        tax_id_value tax_reg_label account_id account_name contact_category pricebook_id
        pricebook_name zohopeople_client_id submitted_date submitted_by submitted_by_name
        submitted_by_email submitted_by_photo_url submitter_id approver_id`,
      zero: `credit_limit_exceeded_amount opening_balance_amount outstanding_ob_receivable_amount
        outstanding_ob_payable_amount outstanding_payable_amount outstanding_payable_amount_bcy
        unused_credits_payable_amount unused_credits_payable_amount_bcy unused_retainer_payments
        portal_receipt_count`,
      no: `is_client_review_asked is_consent_agreed is_client_review_settings_enabled track_1099
        ach_supported associated_with_square`,
      yes: `is_credit_limit_migration_completed can_show_customer_ob can_show_vendor_ob
        payment_reminder_enabled is_sms_enabled`,
      lists: `documents opening_balances addresses cards checks upi_mandates bank_accounts vpa_list
        tags approvers_list integration_references`,
    }),
    default_templates: { ...templates },
    portal_status: 'disabled',
    sales_channel: 'direct_sales',
  };
}
