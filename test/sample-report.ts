import type { Identity } from '../src/complaints/contents.ts'
import type { Report } from '../src/complaints/report/file-report.ts'

export const noIdentity: Identity = {
  workerName: '',
  workerPhone: '',
  nik: '',
  passport: '',
  bornOn: '',
  employer: '',
  recruiter: '',
  recruiterPhone: '',
  reporterName: '',
  reach: '',
  reachNote: '',
}

/** A family in Sigi, before anybody has left; with what a test wants otherwise. */
export const reportWith = (change: Partial<Report> = {}): Report => ({
  channel: 'web',
  role: 'family',
  stage: 'recruitment',
  urgency: 'ordinary',
  departsOn: null,
  originCode: '72.10',
  destination: 'SA',
  problems: ['leaving-soon'],
  story: { story: 'Adik saya diajak tetangga berangkat ke Jeddah.', place: 'Palolo' },
  identity: undefined,
  ...change,
})
