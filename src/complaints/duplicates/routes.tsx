import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { text } from '../../platform/http/fields.ts'
import { emptyForm, parseForm } from '../../platform/http/forms.ts'
import type { Route } from '../../platform/http/route.ts'
import { may } from '../../staff/index.ts'
import { consents } from '../custody/offer.ts'
import { type caseDeeds, caseId, type PanelMaker } from '../desk/case-room.tsx'
import { declineToShare, shareAsAsked } from './answer-request.ts'
import { askToShare, judgePair } from './judge-pair.ts'
import { LikenessPanel } from './likeness-panel.tsx'
import { mergeCases, unmergeCase } from './merge-cases.ts'
import { verdicts } from './pair-queries.ts'
import { readLikenesses } from './read-likenesses.ts'

const Judgement = z.object({
  verdict: z.enum(verdicts, 'form.choose'),
  was: z.union([z.literal(''), z.enum(verdicts)]).default(''),
})
const Consent = z.object({ consent: z.enum(consents, 'form.choose') })
const Undo = z.object({ why: text(5, 2000) })

/** What the page of a case shows of others that resemble it. */
export const likenessPanel: PanelMaker = async (
  { actor },
  tx,
  { complaint, standing },
  form = emptyForm,
) => ({
  place: 'beside',
  view: standing !== 'offered' && (
    <LikenessPanel
      {...(await readLikenesses(tx, complaint.id, actor.officeId))}
      complaint={complaint}
      officeId={actor.officeId}
      mayWork={may(actor, 'case.work')}
      form={form}
    />
  ),
})

export const likenessRoutes = (house: House, deed: ReturnType<typeof caseDeeds>): Route[] => [
  deed({
    path: '/aduan/:id/serupa/:other/putusan',
    may: 'case.work',
    audit: 'case.likeness-judged',
    read: (body, { language }) => parseForm(Judgement, body, language.t),
    act: (tx, { actor, c }, id, { verdict, was }) =>
      judgePair(tx, actor, id, caseId(c, 'other'), verdict, was || null),
  }),
  deed({
    path: '/aduan/:id/serupa/:other/minta-berbagi',
    may: 'case.work',
    audit: 'case.sharing-asked',
    act: (tx, { actor, c }, id) => askToShare(tx, actor, id, caseId(c, 'other')),
  }),
  deed({
    path: '/aduan/:id/serupa/:other/gabung',
    may: 'case.work',
    audit: 'case.merged',
    act: (tx, { actor, c }, id) => mergeCases(tx, actor, id, caseId(c, 'other')),
  }),
  deed({
    path: '/aduan/:id/pisah',
    may: 'case.work',
    audit: 'case.unmerged',
    read: (body, { language }) => parseForm(Undo, body, language.t),
    act: (tx, { actor }, id, { why }) => unmergeCase(house, tx, actor, id, why),
  }),
  deed({
    path: '/aduan/:id/permintaan/:request/berbagi',
    may: 'case.work',
    audit: 'case.sharing-granted',
    withKeys: true,
    read: (body, { language }) => parseForm(Consent, body, language.t),
    act: (tx, { actor, c }, id, { consent }, keys) =>
      shareAsAsked(house, tx, actor, keys!, id, caseId(c, 'request'), consent),
  }),
  deed({
    path: '/aduan/:id/permintaan/:request/tolak',
    may: 'case.work',
    audit: 'case.sharing-declined',
    act: (tx, { actor, c }, id) => declineToShare(tx, actor, id, caseId(c, 'request')),
  }),
]
