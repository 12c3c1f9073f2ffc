import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { startJobs } from '../src/platform/jobs/jobs.ts'
import { filledFolder } from './filled-folder.ts'
import { type Product, startProduct } from './product.ts'

export interface Letter {
  to: string
  id: string
  text: string
}

interface Told {
  /** Whether a letter is one of those that the test counts: other rooms write letters too. */
  counts: (letter: ParsedMail) => boolean
  /** The job that the program hands in to itself every minute. */
  job: string
}

/**
 * A house that outlives its program: woken on any day, killed at any moment, its database too, with a post office that can be the last
 * to hear of a letter. For what must be told once however often it is cut off (promise R6).
 */
export const lastingHouse = async (name: string, { counts, job }: Told) => {
  const dataDir = filledFolder(name)
  const letters: Letter[] = []
  let product: Product
  let cutAfter: { letters: number; cut: () => void } | undefined
  const post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      simpleParser(stream).then(letter => {
        if (!counts(letter)) return done()
        letters.push({ to: session.envelope.rcptTo[0]!.address, id: letter.messageId!, text: letter.text! })
        if (cutAfter && --cutAfter.letters === 0) cutAfter.cut()
        else done()
      }, done)
    },
  })
  post.listen(0, '127.0.0.1')
  await once(post.server, 'listening')

  const url = (user: string) =>
    `postgresql://${user}@/sinergi?host=${encodeURIComponent(join(dataDir, 'run'))}&port=5432&sslmode=disable`
  const connect = async () => {
    const client = new pg.Client({ connectionString: url('postgres') })
    // The server dies under it: that is what these tests are about.
    client.on('error', () => undefined)
    await client.connect()
    return client
  }
  const databaseId = () => Number.parseInt(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8'), 10)

  return {
    dataDir,
    letters,
    connect,
    databaseId,
    ask: async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => {
      const client = await connect()
      try {
        return (await client.query<T>(text, values)).rows
      } finally {
        await client.end()
      }
    },
    /** The program, on this day at ten in the morning of Central Sulawesi, with a mail server. */
    wakeOn: async (day: string): Promise<Product> => {
      const { port } = post.server.address() as AddressInfo
      const env = {
        NODE_OPTIONS: `${process.env.NODE_OPTIONS} --import=${join(import.meta.dirname, 'moved-clock.ts')}`,
        TEST_NOW: `${day}T10:00:00+08:00`,
        SMTP_URL: `smtp://127.0.0.1:${port}`,
      }
      product = await startProduct({ dataDir, env })
      return product
    },
    aMinutePasses: async () => {
      const jobs = await startJobs(url('sinergi'), () => undefined)
      await jobs.send(job, {})
      await jobs.stop()
    },
    /** One of the next few letters comes in without the program hearing that it has. @returns when it did */
    letterUnanswered: (): Promise<void> => {
      const { promise, resolve: cut } = Promise.withResolvers<void>()
      cutAfter = { letters: 1 + Math.floor(Math.random() * 4), cut }
      return promise
    },
    /** @param power the engine of the database dies too */
    kill: async (power = false) => {
      await product.kill()
      if (power) process.kill(databaseId(), 'SIGKILL')
      cutAfter = undefined
    },
    end: async () => {
      await product?.stop()
      await new Promise<void>(done => post.close(done))
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
