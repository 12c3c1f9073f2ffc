import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../../platform/root.ts'
import { Slot } from './slot.ts'

const InTwo = z.object({ id: z.string().min(1), en: z.string().min(1) })
const Words = z.record(z.string(), z.record(z.string(), z.string()))

const File = z.object({
  /** Where it stands among the others on the form. */
  order: z.number(),
  name: InTwo,
  hint: InTwo,
  /** Characters that the layout has room for. */
  limits: z.object({
    headline: z.number().max(90),
    points: z.number().max(5),
    point: z.number().max(120),
    callToAction: z.number().max(80),
  }),
  /** What an office fills in itself: a slot of `shared/slots.json` by its name, or one of this design alone. */
  slots: z.array(z.union([z.string(), Slot])).default([]),
  /** Fixed words by language, besides those of `shared/words.json`. */
  words: Words.default({}),
  /** What the design is shown with before anybody wrote for it. */
  example: z.object({ headline: z.string(), points: z.array(z.string()), callToAction: z.string() }),
})

export interface Design extends Omit<z.infer<typeof File>, 'slots'> {
  key: string
  slots: Slot[]
  /** The Typst source, which draws every format. */
  drawing: string
  /** Digest of everything that draws it: a changed design is another picture. */
  source: string
}

/** The design that shows a finished picture instead of setting words. */
export const artworkDesign = 'artwork'

const own = join(root, 'src/campaigns/designs')
const shared = join(own, 'shared')

/**
 * Every design: those that come with the program, and those in `DATA_DIR/designs`, where a folder with `design.json` and
 * `design.typ` is all it takes. One of the same name there takes the place of ours.
 * @throws Error naming the file that is not a design
 */
export const designsOf = (dataDir: string): Design[] => {
  const known = read.get(dataDir)
  if (known) return known
  const found = new Map(
    [own, join(dataDir, 'designs')].flatMap(designsIn).map(design => [design.key, design]),
  )
  const designs = [...found.values()].sort((a, b) => a.order - b.order)
  read.set(dataDir, designs)
  return designs
}

const read = new Map<string, Design[]>()

export const designNamed = (dataDir: string, key: string): Design | undefined =>
  designsOf(dataDir).find(design => design.key === key)

/** Slots of the talk sheet, whatever the design. */
export const sharedSlots: Slot[] = z.array(Slot).parse(json(join(shared, 'slots.json')))

/** Fixed words of every sheet in a language; a language without its own has the Indonesian ones. */
export const sheetWords = (language: string): Record<string, string> => allWords[language] ?? allWords.id!

const allWords = Words.parse(json(join(shared, 'words.json')))

const designsIn = (folder: string): Design[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(key => existsSync(join(folder, key, 'design.json')))
        .map(key => designIn(folder, key))
    : []

const designIn = (folder: string, key: string): Design => {
  const path = join(folder, key, 'design.json')
  if (!/^[a-z][a-z0-9-]{1,29}$/.test(key)) throw new Error(`${path}: a design is named in small letters`)
  const { slots, ...file } = parsed(path)
  const drawing = readFileSync(join(folder, key, 'design.typ'), 'utf8')
  return {
    key,
    ...file,
    slots: slots.map(slot => (typeof slot === 'string' ? sharedSlot(path, slot) : slot)),
    drawing,
    source: digest([drawing, JSON.stringify(file.words), ...sharedSources()]),
  }
}

const parsed = (path: string) => {
  const outcome = File.safeParse(json(path))
  if (!outcome.success) throw new Error(`${path} is not a design: ${z.prettifyError(outcome.error)}`)
  return outcome.data
}

const sharedSlot = (path: string, name: string) => {
  const slot = sharedSlots.find(one => one.name === name)
  if (!slot) throw new Error(`${path}: no shared slot is called ${name}`)
  return slot
}

const sharedSources = () =>
  readdirSync(shared)
    .sort()
    .map(file => readFileSync(join(shared, file), 'utf8'))

const digest = (texts: string[]) =>
  texts.reduce((hash, text) => hash.update(text).update('\0'), createHash('sha256')).digest('hex')

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
