/** All messages, gathered from the rooms: locales/<language>/<room>.json. */

import en_campaigns from '../../../locales/en/campaigns.json' with { type: 'json' }
import en_complaints from '../../../locales/en/complaints.json' with { type: 'json' }
import en_consents from '../../../locales/en/consents.json' with { type: 'json' }
import en_coordination from '../../../locales/en/coordination.json' with { type: 'json' }
import en_desk from '../../../locales/en/desk.json' with { type: 'json' }
import en_duplicates from '../../../locales/en/duplicates.json' with { type: 'json' }
import en_formats from '../../../locales/en/formats.json' with { type: 'json' }
import en_front from '../../../locales/en/front.json' with { type: 'json' }
import en_ground from '../../../locales/en/ground.json' with { type: 'json' }
import en_insight from '../../../locales/en/insight.json' with { type: 'json' }
import en_letters from '../../../locales/en/letters.json' with { type: 'json' }
import en_meetings from '../../../locales/en/meetings.json' with { type: 'json' }
import en_news from '../../../locales/en/news.json' with { type: 'json' }
import en_offers from '../../../locales/en/offers.json' with { type: 'json' }
import en_offices from '../../../locales/en/offices.json' with { type: 'json' }
import en_programmes from '../../../locales/en/programmes.json' with { type: 'json' }
import en_proofs from '../../../locales/en/proofs.json' with { type: 'json' }
import en_reach from '../../../locales/en/reach.json' with { type: 'json' }
import en_register from '../../../locales/en/register.json' with { type: 'json' }
import en_returnees from '../../../locales/en/returnees.json' with { type: 'json' }
import en_route from '../../../locales/en/route.json' with { type: 'json' }
import en_rules from '../../../locales/en/rules.json' with { type: 'json' }
import en_schedule from '../../../locales/en/schedule.json' with { type: 'json' }
import en_screening from '../../../locales/en/screening.json' with { type: 'json' }
import en_staff from '../../../locales/en/staff.json' with { type: 'json' }
import en_vault from '../../../locales/en/vault.json' with { type: 'json' }
import id_campaigns from '../../../locales/id/campaigns.json' with { type: 'json' }
import id_complaints from '../../../locales/id/complaints.json' with { type: 'json' }
import id_consents from '../../../locales/id/consents.json' with { type: 'json' }
import id_coordination from '../../../locales/id/coordination.json' with { type: 'json' }
import id_desk from '../../../locales/id/desk.json' with { type: 'json' }
import id_duplicates from '../../../locales/id/duplicates.json' with { type: 'json' }
import id_formats from '../../../locales/id/formats.json' with { type: 'json' }
import id_front from '../../../locales/id/front.json' with { type: 'json' }
import id_ground from '../../../locales/id/ground.json' with { type: 'json' }
import id_insight from '../../../locales/id/insight.json' with { type: 'json' }
import id_letters from '../../../locales/id/letters.json' with { type: 'json' }
import id_meetings from '../../../locales/id/meetings.json' with { type: 'json' }
import id_news from '../../../locales/id/news.json' with { type: 'json' }
import id_offers from '../../../locales/id/offers.json' with { type: 'json' }
import id_offices from '../../../locales/id/offices.json' with { type: 'json' }
import id_programmes from '../../../locales/id/programmes.json' with { type: 'json' }
import id_proofs from '../../../locales/id/proofs.json' with { type: 'json' }
import id_reach from '../../../locales/id/reach.json' with { type: 'json' }
import id_register from '../../../locales/id/register.json' with { type: 'json' }
import id_returnees from '../../../locales/id/returnees.json' with { type: 'json' }
import id_route from '../../../locales/id/route.json' with { type: 'json' }
import id_rules from '../../../locales/id/rules.json' with { type: 'json' }
import id_schedule from '../../../locales/id/schedule.json' with { type: 'json' }
import id_screening from '../../../locales/id/screening.json' with { type: 'json' }
import id_staff from '../../../locales/id/staff.json' with { type: 'json' }
import id_vault from '../../../locales/id/vault.json' with { type: 'json' }

export const id = {
  ...id_ground,
  ...id_staff,
  ...id_offices,
  ...id_campaigns,
  ...id_consents,
  ...id_formats,
  ...id_proofs,
  ...id_reach,
  ...id_schedule,
  ...id_front,
  ...id_offers,
  ...id_register,
  ...id_rules,
  ...id_route,
  ...id_complaints,
  ...id_duplicates,
  ...id_desk,
  ...id_screening,
  ...id_letters,
  ...id_vault,
  ...id_returnees,
  ...id_programmes,
  ...id_coordination,
  ...id_meetings,
  ...id_news,
  ...id_insight,
}
export const en = {
  ...en_ground,
  ...en_staff,
  ...en_offices,
  ...en_campaigns,
  ...en_consents,
  ...en_formats,
  ...en_proofs,
  ...en_reach,
  ...en_schedule,
  ...en_front,
  ...en_offers,
  ...en_register,
  ...en_rules,
  ...en_route,
  ...en_complaints,
  ...en_duplicates,
  ...en_desk,
  ...en_screening,
  ...en_letters,
  ...en_vault,
  ...en_returnees,
  ...en_programmes,
  ...en_coordination,
  ...en_meetings,
  ...en_news,
  ...en_insight,
}
