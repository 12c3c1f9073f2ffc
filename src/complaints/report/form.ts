import { z } from 'zod'
import { dayOf } from '../../platform/clock/clock.ts'
import { formId, optionalText, text } from '../../platform/http/fields.ts'
import { looksLikeReceipt } from '../../platform/vault/index.ts'
import { reporterRoles } from '../complaint.ts'
import type { Report } from './file-report.ts'

export const situations = ['leaving', 'abroad', 'returned', 'asking'] as const
export const reachWays = ['none', 'whatsapp', 'phone', 'email'] as const

/** Letters of a story that are kept: far more than anybody writes, far less than would choke a small server. */
export const longestStory = 50_000

/** Some letters, so that a stray tap is not a report; any more would keep the frightened out. */
const shortestStory = 10

const country = z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/, 'form.choose')]).default('')
const district = z.union([z.literal(''), z.string().regex(/^\d{2}\.\d{2}$/, 'form.choose')]).default('')
const dayOrNone = z.union([z.literal(''), z.iso.date('form.day')]).default('')

/** The five questions of a report. @param clock tells whether a departure has passed already */
export const reportForm = (clock: () => Temporal.Instant) =>
  z
    .object({
      form: formId,
      story: text(shortestStory, longestStory).refine(
        value => !looksLikeReceipt(value),
        'report.no-receipt-here',
      ),
      worker: optionalText(120),
      workerPhone: optionalText(40),
      place: optionalText(300),
      district,
      country,
      situation: z.enum(situations, 'form.choose').default('asking'),
      danger: z.literal('yes').optional(),
      departs: dayOrNone.refine(
        value => value === '' || Temporal.PlainDate.compare(value, dayOf(clock())) >= 0,
        'report.departed-already',
      ),
      role: z.enum(reporterRoles, 'form.choose').default('family'),
      reporter: optionalText(120),
      reach: z.enum(reachWays, 'form.choose').default('none'),
      reachAt: optionalText(120),
      reachNote: optionalText(300),
    })
    .superRefine(({ reach, reachAt }, context) => {
      if (reach !== 'none' && reachAt === '')
        context.addIssue({ code: 'custom', path: ['reachAt'], message: 'report.reach-missing' })
    })

export type ReportForm = z.infer<ReturnType<typeof reportForm>>

const stageOf = {
  leaving: 'recruitment',
  abroad: 'abroad',
  returned: 'returned',
  asking: 'recruitment',
} as const

/** What the five answers say, in the words of a case. */
export const reportOf = (form: ReportForm, channel: Report['channel']): Report => ({
  channel,
  role: form.role,
  stage: stageOf[form.situation],
  urgency: form.danger ? 'danger' : form.departs ? 'leaving-soon' : 'ordinary',
  departsOn: form.departs || null,
  originCode: form.district || null,
  destination: form.country || null,
  problems:
    form.situation === 'leaving' ? ['leaving-soon'] : form.situation === 'asking' ? ['information'] : [],
  story: { story: form.story, place: form.place },
  identity: identityOf(form),
})

const identityOf = ({
  worker,
  workerPhone,
  reporter,
  reach,
  reachAt,
  reachNote,
}: ReportForm): Report['identity'] => {
  if (![worker, workerPhone, reporter, reachAt].some(Boolean)) return undefined
  return {
    workerName: worker,
    workerPhone,
    nik: '',
    passport: '',
    bornOn: '',
    employer: '',
    recruiter: '',
    recruiterPhone: '',
    reporterName: reporter,
    reach: reach === 'none' ? '' : reachAt,
    reachNote: reach === 'none' ? '' : `${reach}${reachNote && `: ${reachNote}`}`,
  }
}
