import type { MessageKey, Values } from '../../platform/i18n/messages.ts'
import type { Design } from './design.ts'

interface Words {
  headline: string
  points: string[]
  callToAction: string
}

type Said = Record<string, [MessageKey, Values]>

/** What a design has no room for, by field: its limits are its own, and less than what the form takes at most. */
export const beyondLimits = ({ limits }: Design, { headline, points, callToAction }: Words): Said => ({
  ...(headline.length > limits.headline && { headline: ['design.too-long', { max: limits.headline }] }),
  ...(callToAction.length > limits.callToAction && {
    callToAction: ['design.too-long', { max: limits.callToAction }],
  }),
  ...(points.some(point => point.length > limits.point) && {
    points: ['design.point-too-long', { max: limits.point }],
  }),
  ...(points.length > limits.points && { points: ['design.too-many-points', { max: limits.points }] }),
})
