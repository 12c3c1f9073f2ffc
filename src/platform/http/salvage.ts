import type { Context } from 'hono'
import type { FormState } from './forms.ts'
import { readBody, typed } from './forms.ts'

/** Bytes that are looked at: the fields of a form come before its files. */
const mostRead = 1_000_000

/**
 * What was typed into a form that cannot be taken, as far as it can be told: from the body where it was read already, or from
 * its beginning where it is too large to be read.
 */
export const salvage = async (c: Context): Promise<FormState['values']> => {
  try {
    return isWhole(c) ? typed(await readBody(c)) : fieldsIn(await beginning(c), boundaryOf(c))
  } catch {
    return {}
  }
}

const isWhole = ({ req }: Context) =>
  req.raw.bodyUsed || Number(req.header('content-length') ?? Infinity) < mostRead

const boundaryOf = (c: Context) => /boundary="?([^";]+)/.exec(c.req.header('content-type') ?? '')?.[1]

/** The rest is read to its end and dropped: a browser that is cut off while it sends shows no answer at all. */
const beginning = async (c: Context): Promise<string> => {
  const pieces: Uint8Array[] = []
  let kept = 0
  for await (const piece of c.req.raw.body ?? []) {
    if (kept < mostRead) pieces.push(piece)
    kept += piece.length
    if (kept > mostDrained) break
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** Twelve files of the largest size; whoever sends more is cut off. */
const mostDrained = 130_000_000

const fieldsIn = (text: string, boundary: string | undefined): FormState['values'] =>
  boundary === undefined
    ? {}
    : Object.fromEntries(
        text.split(`--${boundary}`).flatMap(part => {
          const found = /^\r\nContent-Disposition: form-data; name="([^"]+)"\r\n\r\n([\s\S]*)\r\n$/i.exec(
            part,
          )
          return found ? [[found[1]!, found[2]!]] : []
        }),
      )
