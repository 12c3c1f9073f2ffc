import type { Language } from '../../platform/i18n/language.tsx'
import type { Tone } from '../../ui/index.ts'
import type { Quadrant, Standing } from './standing.ts'

export const toneOf: Record<Quadrant, Tone> = {
  'high-silent': 'danger',
  'high-reached': 'warn',
  'low-silent': 'info',
  'low-reached': 'good',
  unknown: 'neutral',
}

/** 1,4 (0,9–2,1): the best guess and where nine of ten true values lie. */
export const riskWords = (risk: Standing['risk'], { t, number }: Language): string => {
  if (!risk) return t('insight.risk-unknown')
  const tenth = (value: number) => number(Math.round(value * 10) / 10)
  return t('insight.risk-figure', { mean: tenth(risk.mean), low: tenth(risk.low), high: tenth(risk.high) })
}

/** Who is high and silent, in one sentence. */
export const leadOf = (standings: Standing[], { t, list }: Language): string => {
  const silent = standings.filter(({ quadrant }) => quadrant === 'high-silent')
  return silent.length === 0
    ? t('insight.nobody-silent', { total: standings.length })
    : t('insight.silent', {
        count: silent.length,
        total: standings.length,
        districts: list(silent.map(({ name }) => name)),
      })
}
