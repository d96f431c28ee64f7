// How CRM describes itself: the organization, its users, modules and fields.
import { blank, type Json } from '../books/blank.ts';
import { fullName, type ZohoUser } from '../users.ts';
import { type CrmField, type CrmModule, crmChoices, crmModules } from './crm-fields.ts';
import type { CrmOrg } from './crm-org.ts';
import { moduleId } from './crm-record-view.ts';
import { userRef } from './crm-writes.ts';

/** When the sandbox's organization was set up. */
const SET_UP_AT = Date.UTC(2024, 0, 15, 9);

export function organizationView(org: CrmOrg): Json {
  const { crmOrgId, name, portalName, timeZone } = org.company.organization;
  return {
    ...blank({
      nulls: `photo_id phone mobile fax website employee_count description alias street city state zip
        primary_zuid`,
      no: 'gapps_enabled lite_users_enabled',
      yes: 'mc_status hipaa_compliance_enabled privacy_settings translation_enabled',
    }),
    id: `55000000000000${crmOrgId}`,
    company_name: name,
    country: 'United States',
    country_code: 'US',
    zgid: crmOrgId,
    domain_name: portalName,
    currency: 'US Dollar - USD',
    currency_symbol: '$',
    iso_code: 'USD',
    currency_locale: 'en_US',
    primary_email: 'admin@example.com',
    time_zone: timeZone,
    type: 'production',
    created_time: org.time(SET_UP_AT),
    license_details: {
      paid: true,
      paid_type: 'enterprise',
      paid_expiry: null,
      trial_type: null,
      trial_expiry: null,
      trial_action: null,
      users_license_purchased: 10,
    },
  };
}

export function crmUserView(org: CrmOrg, user: ZohoUser): Json {
  const created = org.time(SET_UP_AT);
  return {
    ...blank({
      nulls: `fax Reporting_To zip phone Current_Shift__s dob city signature Shift_Effective_From__s
        street alias status_reason__s website mobile Next_Shift__s`,
      no: 'microsoft sandboxDeveloper personal_account Isonline',
      yes: 'confirm',
      lists: 'territories',
    }),
    id: user.crmUserId,
    first_name: user.firstName,
    last_name: user.lastName,
    full_name: fullName(user),
    email: user.email,
    zuid: user.zuid,
    country: 'United States',
    state: 'New York',
    language: 'en_US',
    locale: 'en_US',
    country_locale: 'US',
    decimal_separator: 'en_US',
    created_time: created,
    Modified_Time: created,
    created_by: userRef(user.crmUserId),
    Modified_By: userRef(user.crmUserId),
    time_format: 'hh:mm a',
    date_format: 'MM/dd/yyyy',
    time_zone: org.company.organization.timeZone,
    offset: -18_000_000,
    profile: { name: user.crmProfile, id: profileId(user.crmProfile) },
    role: {
      name: user.crmRole,
      id: user.crmRole === 'CEO' ? '550000000000026005' : '550000000000026008',
    },
    status: user.isActive ? 'active' : 'disabled',
    customize_info: {
      ...blank({ nulls: 'notes_desc show_right_panel bc_view unpin_recent_item', no: 'show_home' }),
      show_detail_view: true,
      show_left_panel: true,
    },
    distance_preference__s: 'Miles',
    name_format: 'Salutation,First Name,Last Name',
    default_tab_group: '0',
    theme: {
      normal_tab: { font_color: '#FFFFFF', background: '#222222' },
      selected_tab: { font_color: '#FFFFFF', background: '#222222' },
      new_background: null,
      background: '#F3F0EB',
      screen: 'fixed',
      type: 'default',
    },
  };
}

function profileId(profile: string): string {
  return profile === 'Administrator' ? '550000000000026011' : '550000000000026014';
}

/** `api_supported: true` is what makes Zoho's own clients look at a module at all. */
export function moduleView(module: CrmModule, org: CrmOrg): Json {
  const { apiName, singular, index } = module;
  return {
    ...blank({
      nulls: 'parent_module modified_by web_link description business_card_field_limit',
      no: 'has_more_profiles kanban_view filter_status presence_sub_menu',
      yes: `global_search_supported deletable creatable editable viewable convertable
        api_supported quick_create visible show_as_tab feeds_required scoring_supported
        inventory_template_supported zia_view triggers_supported isBlueprintSupported
        emailTemplate_support`,
      lists: 'arguments profiles',
    }),
    id: moduleId(index),
    api_name: apiName,
    module_name: apiName,
    singular_label: singular,
    plural_label: apiName,
    generated_type: 'default',
    visibility: 1,
    status: 'visible',
    sequence_number: index,
    modified_time: org.time(SET_UP_AT),
  };
}

const jsonTypes: Partial<Record<CrmField['type'], string>> = {
  boolean: 'boolean',
  integer: 'integer',
  currency: 'double',
  lookup: 'jsonobject',
  ownerlookup: 'jsonobject',
};

/** The empty choice comes first; a choice that nobody uses any more is told, too. */
function pickListValues(module: CrmModule, field: CrmField, index: number): Json[] {
  const choices = field.type === 'picklist' ? (crmChoices[field.apiName] ?? []) : [];
  if (choices.length === 0) return [];
  return ['-None-', ...choices].map((value, place) => ({
    display_value: value,
    actual_value: value,
    reference_value: value,
    sequence_number: place + 1,
    type: 'used',
    id: `550000000000${module.index}${String(index * 100 + place).padStart(6, '0')}`,
  }));
}

export function fieldView(module: CrmModule, field: CrmField, index: number): Json {
  const target = crmModules.find((one) => one.apiName === field.target);
  return {
    ...blank({
      nulls: `quick_sequence_number default_value crypt tooltip subform associated_module
        history_tracking created_source blueprint_supported display_type
        private external convert_mapping additional_column`,
      no: 'webhook mass_update businesscard_supported display_field enable_colour_code separator',
      yes: 'searchable sortable filterable visible',
      objects: 'currency auto_number multiselectlookup',
    }),
    id: `550000000000${module.index}${String(index).padStart(5, '0')}`,
    api_name: field.apiName,
    field_label: field.apiName.replaceAll('_', ' '),
    display_label: field.apiName.replaceAll('_', ' '),
    data_type: field.type,
    json_type: jsonTypes[field.type] ?? 'string',
    pick_list_values: pickListValues(module, field, index),
    length: field.length,
    system_mandatory: field.isRequired,
    custom_field: field.isCustom,
    read_only: field.isReadOnly,
    field_read_only: field.isReadOnly,
    sequence_number: index,
    ui_type: 1,
    unique: field.isUnique ? { casesensitive: 'false' } : {},
    view_type: {
      view: true,
      edit: !field.isReadOnly,
      create: !field.isReadOnly,
      quick_create: false,
    },
    operation_type: {
      web_update: !field.isReadOnly,
      api_create: !field.isReadOnly,
      web_create: !field.isReadOnly,
      api_update: !field.isReadOnly,
    },
    lookup:
      target === undefined
        ? {}
        : {
            display_label: target.apiName,
            api_name: field.apiName,
            module: { api_name: target.apiName, id: moduleId(target.index) },
            id: `550000000000${module.index}${String(index + 500).padStart(5, '0')}`,
          },
  };
}
