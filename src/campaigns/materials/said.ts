import { type Captions, captioned, captionField } from '../captions/caption.ts'
import type { VersionContent } from './material.ts'

/** Everything a version says, by the name of its field in the form, as text: what two versions are compared by. */
export const saidIn = (title: string, tags: string[], content: VersionContent): Record<string, string> => ({
  title,
  design: content.design,
  headline: content.headline,
  points: content.points.join('\n'),
  callToAction: content.callToAction,
  caption: content.caption,
  ...captionsByField(content.captions ?? {}),
  altText: content.altText,
  speaker: content.speaker ?? '',
  validFrom: content.validFrom ?? '',
  validUntil: content.validUntil ?? '',
  tags: tags.join(', '),
  edge: content.artwork?.edge ?? '',
  fit: content.artwork?.fit ?? '',
  artwork: content.artwork?.key ?? '',
})

/** The fields in which two differ, in the order of the form. */
export const differences = (a: Record<string, string>, b: Record<string, string>): string[] =>
  Object.keys(a).filter(name => a[name] !== b[name])

const captionsByField = (captions: Captions) =>
  Object.fromEntries(captioned.map(channel => [captionField(channel), captions[channel] ?? '']))
