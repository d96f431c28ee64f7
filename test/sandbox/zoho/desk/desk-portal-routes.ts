// Routes about the portal itself: organizations, departments, agents, who am I.
import { blank, type Json } from '../books/blank.ts';
import { isMember } from '../people.ts';
import { fullName, type ZohoUser, zohoUsers } from '../users.ts';
import { deskTime } from '../zoho-time.ts';
import { deskRefusals } from './desk-errors.ts';
import { organizationFields } from './desk-fields.ts';
import { pageOf } from './desk-input.ts';
import { type DeskOrg, deskDepartments } from './desk-org.ts';
import type { DeskRoute } from './desk-router.ts';

const SET_UP_AT = Date.UTC(2024, 0, 15, 9);
const LANGUAGE = 'en_US';

function organizationView(org: DeskOrg, caller: ZohoUser): Json {
  const { deskOrgId, name, portalName } = org.company.organization;
  return {
    ...blank({
      empty:
        'alias city description employeeCount faxNumber mobile phoneNumber state street website zip',
      no: 'isSandboxPortal',
      yes: 'isDefault',
    }),
    isAdminInOrg: caller.role === 'admin',
    id: Number(deskOrgId),
    companyName: name,
    portalName,
    portalURL: `https://desk.zoho.com/support/${portalName}`,
    primaryContact: 'admin@example.com',
    country: 'United States',
    currencyCode: 'USD',
    currencySymbol: '$',
    currencyLocale: LANGUAGE,
    edition: 'PROFESSIONAL',
    logoURL: null,
    faviconURL: null,
  };
}

function departmentView({ id, name, isDefault }: (typeof deskDepartments)[number]): Json {
  return {
    id,
    name,
    description: null,
    createdTime: deskTime(SET_UP_AT),
    chatStatus: 'NOT_CREATED',
    nameInCustomerPortal: name,
    creatorId: zohoUsers[0]?.deskAgentId ?? '',
    isEnabled: true,
    isDefault,
    isAssignToTeamEnabled: false,
    isVisibleInCustomerPortal: true,
    hasLogo: false,
    sanitizedName: name.toLowerCase().replaceAll(' ', '-'),
  };
}

function agentView(org: DeskOrg, user: ZohoUser): Json {
  return {
    ...blank({
      empty: 'phone mobile aboutInfo extn',
      lists: 'channelExpert associatedChatDepartmentIds',
    }),
    id: user.deskAgentId,
    zuid: user.zuid,
    emailId: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    name: fullName(user),
    isConfirmed: true,
    status: user.isActive ? 'ACTIVE' : 'DISABLED',
    roleId: '1900000000000008337',
    rolePermissionType: user.role === 'admin' ? 'Admin' : 'Custom',
    profileId: user.role === 'admin' ? '1900000000000008340' : '1900000000000008343',
    countryCode: LANGUAGE,
    langCode: LANGUAGE,
    timeZone: org.company.organization.timeZone,
    photoURL: '',
    associatedDepartmentIds: deskDepartments.map((one) => one.id),
    cf: {},
    isZiaAgent: false,
  };
}

/** `myinfo` names role and profile as well, which tells an administrator from an agent. */
function myInfo(org: DeskOrg, user: ZohoUser): Json {
  return {
    ...agentView(org, user),
    isEnterpriseAgent: true,
    role: { id: '1900000000000008337', name: user.deskProfile },
    profile: {
      id: user.role === 'admin' ? '1900000000000008340' : '1900000000000008343',
      name: user.deskProfile,
    },
    associatedDepartments: deskDepartments.map(({ id, name }) => ({ id, name })),
  };
}

export const deskPortalRoutes: readonly DeskRoute[] = [
  {
    method: 'GET',
    path: '/organizations',
    scopes: ['basic.READ', 'settings.READ'],
    weight: 1,
    handle: ({ org, caller }) =>
      isMember(caller.user, 'desk') ? { data: [organizationView(org, caller.user)] } : undefined,
  },
  {
    method: 'GET',
    path: '/myinfo',
    scopes: ['basic.READ', 'settings.READ'],
    weight: 1,
    handle: ({ org, caller }) => myInfo(org, caller.user),
  },
  {
    method: 'GET',
    path: '/departments',
    scopes: ['basic.READ', 'settings.READ'],
    weight: 3,
    handle: (call) => {
      const page = pageOf(call, deskDepartments, { limit: 10, firstIndex: 1 });
      return page && { data: page.map(departmentView) };
    },
  },
  {
    method: 'GET',
    path: '/organizationFields',
    scopes: ['basic.READ', 'settings.READ', 'fields.READ'],
    weight: 1,
    handle: ({ query }) => ({ data: organizationFields(query.module) }),
  },
  {
    method: 'GET',
    path: '/agents',
    scopes: ['basic.READ', 'agents.READ', 'settings.READ'],
    weight: 3,
    handle: (call) => {
      const { status } = call.query;
      const agents = call.org.company.people
        .of('desk')
        .filter(({ isActive }) => status === undefined || (status === 'ACTIVE') === isActive);
      const page = pageOf(call, agents, { limit: 10, firstIndex: 1 });
      return page && { data: page.map((user) => agentView(call.org, user)) };
    },
  },
  {
    method: 'GET',
    path: '/agents/:id',
    scopes: ['basic.READ', 'agents.READ', 'settings.READ'],
    weight: 1,
    handle: ({ org, param }) => {
      const user = org.company.people.of('desk').find((one) => one.deskAgentId === param('id'));
      if (user === undefined) throw deskRefusals.url();
      return agentView(org, user);
    },
  },
];
