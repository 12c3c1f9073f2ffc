const pieceBytes = 393_216
/** Times in a row that nothing arrives until it waits for a better line. */
const mostTries = 6

export type Outcome = { is: 'arrived' } | { is: 'noLine' | 'signedOut' } | { is: 'refused'; why: string }

/**
 * Sends something large piece by piece: what has arrived is asked for, and sending goes on there.
 * @param proof that only the house could answer once it has opened it
 * @param progress hears the share that has arrived, from 0 to 1
 */
export const sendPieces = async (
  to: string,
  whole: Blob,
  proof: string,
  progress: (share: number) => void,
): Promise<Outcome> => {
  let failures = 0
  let here: number | undefined
  while (failures < mostTries) {
    const answer: Said | undefined =
      here === undefined
        ? await ask(to)
        : here < whole.size
          ? await ask(`${to}?dari=${here}&dariSemua=${whole.size}`, whole.slice(here, here + pieceBytes))
          : await ask(`${to}/selesai`, await sha256(whole))
    if (answer?.signedOut) return { is: 'signedOut' }
    if (answer?.text === proof) return { is: 'arrived' }
    if (answer?.status === 422) return { is: 'refused', why: answer.text }
    const there = answer?.status === 200 && /^\d+$/.test(answer.text) ? Number(answer.text) : undefined
    if (there !== undefined && there !== here) {
      failures = 0
      progress(Math.min(there / whole.size, 1))
    } else {
      failures++
      await pause(failures)
    }
    // Whatever went wrong, the house knows how much it has.
    here = there
  }
  return { is: 'noLine' }
}

interface Said {
  status: number
  text: string
  signedOut: boolean
}

/** Nothing when the line broke, on the way there or back. */
const ask = async (path: string, body?: BodyInit): Promise<Said | undefined> => {
  const patience = new AbortController()
  const late = setTimeout(() => patience.abort(), 60_000)
  try {
    const answer = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { body }),
      // A sign-in that has run out leads to another page: it is not followed, and nothing counts as sent.
      redirect: 'manual',
      cache: 'no-store',
      signal: patience.signal,
    })
    return { status: answer.status, text: await answer.text(), signedOut: answer.type === 'opaqueredirect' }
  } catch {
    return undefined
  } finally {
    clearTimeout(late)
  }
}

const sha256 = async (whole: Blob) => {
  const digest = await crypto.subtle.digest('SHA-256', await whole.arrayBuffer())
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

const pause = (failures: number) =>
  new Promise(resolve => setTimeout(resolve, Math.min(250 * 2 ** failures, 8000)))
