import type { OfficeKind } from '../offices/index.ts'

export const roles = ['administrator', 'publicist', 'case-officer', 'coordinator', 'leader'] as const
export type Role = (typeof roles)[number]

interface Rule {
  roles: readonly Role[]
  /** Only at offices of these kinds; at all when absent. */
  at?: readonly OfficeKind[]
}

const everyone = roles
const campaigners = ['ministry', 'bp3mi', 'province'] as const

/** Who may do what. The one table: it opens routes, draws buttons and is printed into the manual. */
export const permissions = {
  'account.own': { roles: everyone },
  'errand.read': { roles: everyone },
  'office.read': { roles: everyone },
  'office.edit': { roles: ['administrator'] },
  'region.load': { roles: ['administrator'], at: campaigners },
  'staff.read': { roles: ['administrator', 'leader'] },
  'staff.manage': { roles: ['administrator'] },
  'staff.restore': { roles: ['administrator', 'leader'] },
  'key.hold': { roles: ['case-officer', 'leader'] },
  'audit.read': { roles: ['administrator', 'leader'] },
  'guidance.read': { roles: everyone },
  'guidance.write': { roles: ['case-officer', 'publicist', 'coordinator'], at: campaigners },
  'guidance.decide': { roles: ['case-officer', 'publicist', 'coordinator'], at: campaigners },
  'register.read': { roles: everyone },
  'register.import': { roles: ['case-officer', 'coordinator', 'administrator'], at: campaigners },
  'material.read': { roles: everyone },
  'material.write': { roles: ['publicist'], at: campaigners },
  'material.decide': { roles: ['publicist', 'coordinator'], at: campaigners },
  'consent.read': { roles: ['publicist', 'coordinator', 'leader'], at: campaigners },
  'consent.keep': { roles: ['publicist', 'coordinator'], at: campaigners },
  'campaign.read': { roles: everyone },
  'campaign.start': { roles: ['publicist', 'coordinator'], at: campaigners },
  'duty.read': { roles: everyone },
  'duty.publish': { roles: ['publicist', 'coordinator'] },
  'proof.decide': { roles: ['publicist', 'coordinator'], at: campaigners },
  'case.read': { roles: ['case-officer', 'leader'] },
  'case.work': { roles: ['case-officer'] },
  'case.judge': { roles: ['case-officer', 'leader'] },
  'programme.read': { roles: everyone },
  'programme.write': { roles: ['publicist', 'coordinator', 'case-officer'] },
  'returnee.read': { roles: ['case-officer', 'leader'] },
  'returnee.work': { roles: ['case-officer'] },
  'returnee.programme': { roles: ['coordinator', 'case-officer'] },
  'recap.make': { roles: ['publicist', 'coordinator', 'leader'], at: campaigners },
  'meeting.read': { roles: everyone },
  'meeting.write': { roles: ['coordinator', 'leader', 'publicist'] },
  'agreement.sign': { roles: ['leader'] },
  'article.read': { roles: everyone },
  'article.write': { roles: ['publicist'] },
  'article.release': { roles: ['publicist', 'coordinator', 'leader'], at: ['bp3mi', 'province'] },
  'insight.read': { roles: ['leader', 'coordinator', 'publicist', 'case-officer'] },
  'population.write': { roles: ['coordinator', 'leader'], at: campaigners },
  'audio.edit': { roles: ['administrator', 'publicist'], at: campaigners },
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof permissions

/** Whether somebody with these roles at this kind of office may do it. */
export const may = (
  who: { roles: readonly Role[]; office: { kind: OfficeKind } },
  permission: Permission,
): boolean => {
  const rule: Rule = permissions[permission]
  return rule.roles.some(role => who.roles.includes(role)) && (rule.at?.includes(who.office.kind) ?? true)
}
