// Keys that invoices, sales orders and credit notes answer alike (recorded shapes, zoho-shapes.md).
import { blank, type Json, locks } from '../blank.ts';

function shippingBlank(): Json {
  return blank({
    empty: `shipping_charge_tax_id shipping_charge_tax_name shipping_charge_tax_type
      shipping_charge_tax_percentage shipping_charge_tax_exemption_id
      shipping_charge_tax_exemption_code shipping_charge_tax bcy_shipping_charge_tax
      shipping_charge_tax_formatted shipping_charge_account_id shipping_charge_account_name`,
    lists: 'shipping_charge_taxes',
  });
}

export function documentBlank(): Json {
  return {
    ...blank({
      empty: `offline_created_date_with_time salesperson_id salesperson_name contact_category
        color_code current_sub_status_id discount_account_id discount_account_name
        adjustment_account_id adjustment_account_name submitter_id approver_id submitted_date
        submitted_by submitted_by_name submitted_by_email submitted_by_photo_url subject_content
        client_viewed_time`,
      zero: 'roundoff_value discount_applied_on_amount',
      no: 'is_viewed_by_client',
      lists: `contact_persons_associated exceptions sub_statuses documents approvers_list tags`,
    }),
    ...shippingBlank(),
    ...locks(),
    tds_calculation_type: 'tds_item_level',
    tax_rounding: 'entity_level',
    tax_override_preference: 'no_override',
    transaction_rounding_type: 'no_rounding',
    rounding_mode: 'round_half_up',
    bcy_rounding_mode: 'round_half_up',
    computation_type: 'basic',
    template_name: 'Standard Template',
    template_type: 'standard',
    page_width: '8.27in',
    page_height: '11.69in',
    orientation: 'portrait',
  };
}

export function invoiceBlank(): Json {
  return {
    ...documentBlank(),
    ...blank({
      empty: `channel_invoice_id account_identifier email recurring_invoice_id payment_terms_id
        early_payment_discount_due_days zcrm_potential_name payment_expected_date attachment_name
        merchant_id merchant_name ecomm_operator_id ecomm_operator_name last_reminder_sent_date
        next_reminder_date_formatted is_backorder estimate_id schedule_time`,
      zero: `unprocessed_payment_amount early_payment_discount_percentage
        early_payment_discount_amount total_retention_amount payment_discount reminders_sent
        unused_retainer_payments tax_amount_withheld discount_percent`,
      no: `is_last_child_invoice is_early_payment_discount_applicable is_progress_invoice
        can_show_kit_return is_kit_partial_return is_autobill_enabled
        inprocess_transaction_present allow_partial_payments
        stop_reminder_until_payment_expected_date ach_supported ach_payment_initiated
        reader_offline_payment_initiated can_send_in_mail is_client_review_settings_enabled
        includes_package_tracking_info`,
      yes: 'payment_reminder_enabled can_send_invoice_sms',
      lists: `customer_custom_fields invoice_installments retention_items in_process_payments
        deliverychallans shipping_bills contact_persons_details exchange_invoices`,
      objects: 'customer_custom_field_hash',
    }),
    retention_override_preference: 'no_override',
    invoice_source: 'Api',
    sales_channel: 'direct_sales',
    payment_options: { payment_gateways: [] },
    template_id: '460000000000017001',
    qr_code: {
      qr_source: 'invoice_url',
      is_qr_enabled: false,
      qr_value: '',
      qr_description: 'Scan the QR code to view the configured information.',
    },
  };
}

export function invoiceLineBlank(): Json {
  return {
    ...blank({
      empty: `internal_name discount_account_id discount_account_name header_id header_name
        pricebook_id bill_id bill_item_id stock_on_hand available_stock
        committed_stock available_for_sale_stock project_id expense_id expense_receipt_name
        purchase_rate`,
      zero: 'cost_amount markup_percent',
      no: 'is_modifier_item',
      lists: 'discounts item_custom_fields tags documents time_entry_ids mapped_items',
      objects: 'item_code',
    }),
    pricing_scheme: 'unit',
    line_item_category: 'line_item',
  };
}

export function creditNoteLineBlank(): Json {
  return {
    ...blank({
      empty: `internal_name discount_account_id discount_account_name project_id pricebook_id`,
      no: 'can_skip_stock_tracking is_credit_only_item is_modifier_item',
      lists: 'discounts item_custom_fields tags mapped_items',
      objects: 'item_code',
    }),
    pricing_scheme: 'unit',
    line_item_category: 'line_item',
  };
}

export function paymentBlank(): Json {
  return {
    ...blank({
      empty: `sales_channel account_identifier payment_link_id payment_number_prefix beat_id
        beat_number journey_plan_id sales_person_id sales_person_name card_type
        offline_created_date_with_time tax_account_id tax_account_name online_transaction_id
        payment_gateway settlement_status tender_id last_four_digits attachment_name`,
      zero: 'discount_amount',
      no: `is_client_review_settings_enabled is_early_payment_discount_applicable is_ondc_channel`,
      yes: 'can_send_in_mail can_send_payment_sms is_payment_details_required',
      lists: 'documents deposit_details imported_transactions tags',
    }),
    lock_details: { can_lock: false },
    locked_actions: [],
    payment_status: 'paid',
    template_id: '460000000000039005',
    template_name: 'Elite Template',
    template_type: 'elite',
    page_width: '8.27in',
    page_height: '11.69in',
    orientation: 'portrait',
    rounding_mode: 'round_half_up',
  };
}
