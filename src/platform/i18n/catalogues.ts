/** All messages, gathered from the rooms: locales/<language>/<room>.json. */

import en_campaigns from '../../../locales/en/campaigns.json' with { type: 'json' }
import en_complaints from '../../../locales/en/complaints.json' with { type: 'json' }
import en_desk from '../../../locales/en/desk.json' with { type: 'json' }
import en_front from '../../../locales/en/front.json' with { type: 'json' }
import en_ground from '../../../locales/en/ground.json' with { type: 'json' }
import en_offers from '../../../locales/en/offers.json' with { type: 'json' }
import en_offices from '../../../locales/en/offices.json' with { type: 'json' }
import en_register from '../../../locales/en/register.json' with { type: 'json' }
import en_route from '../../../locales/en/route.json' with { type: 'json' }
import en_rules from '../../../locales/en/rules.json' with { type: 'json' }
import en_staff from '../../../locales/en/staff.json' with { type: 'json' }
import en_vault from '../../../locales/en/vault.json' with { type: 'json' }
import id_campaigns from '../../../locales/id/campaigns.json' with { type: 'json' }
import id_complaints from '../../../locales/id/complaints.json' with { type: 'json' }
import id_desk from '../../../locales/id/desk.json' with { type: 'json' }
import id_front from '../../../locales/id/front.json' with { type: 'json' }
import id_ground from '../../../locales/id/ground.json' with { type: 'json' }
import id_offers from '../../../locales/id/offers.json' with { type: 'json' }
import id_offices from '../../../locales/id/offices.json' with { type: 'json' }
import id_register from '../../../locales/id/register.json' with { type: 'json' }
import id_route from '../../../locales/id/route.json' with { type: 'json' }
import id_rules from '../../../locales/id/rules.json' with { type: 'json' }
import id_staff from '../../../locales/id/staff.json' with { type: 'json' }
import id_vault from '../../../locales/id/vault.json' with { type: 'json' }

export const id = {
  ...id_ground,
  ...id_staff,
  ...id_offices,
  ...id_campaigns,
  ...id_front,
  ...id_offers,
  ...id_register,
  ...id_rules,
  ...id_route,
  ...id_complaints,
  ...id_desk,
  ...id_vault,
}
export const en = {
  ...en_ground,
  ...en_staff,
  ...en_offices,
  ...en_campaigns,
  ...en_front,
  ...en_offers,
  ...en_register,
  ...en_rules,
  ...en_route,
  ...en_complaints,
  ...en_desk,
  ...en_vault,
}
