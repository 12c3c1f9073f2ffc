import fc from 'fast-check'
import { acceptFile } from '../src/complaints/files/accept-file.ts'
import { sampleFiles, spoilt } from '../test/sample-files.ts'

const count = 10_000

/** Ten thousand spoilt files, looked at one by one as an upload is: each is taken or refused, and none breaks the program. Promise P5. */
export const spoiltFiles = async () => {
  const samples = Object.values(await sampleFiles())
  let [taken, refused, slowest] = [0, 0, 0]
  const began = performance.now()
  for (const bytes of fc.sample(spoilt(samples), count)) {
    const start = performance.now()
    const { ok } = await acceptFile('berkas', bytes)
    slowest = Math.max(slowest, performance.now() - start)
    if (ok) taken++
    else refused++
  }
  return {
    taken,
    refused,
    msPerFile: Number(((performance.now() - began) / count).toFixed(2)),
    slowestMs: Math.round(slowest),
    allAnswered: taken + refused === count,
  }
}
