import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BadAddress, mailer } from './mail.ts'

let folder: string
let server: SMTPServer
let smtpUrl: string
const received: { recipients: string[]; mail: ParsedMail }[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sinergi-mail-'))
  received.length = 0
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (...mail) => keep(...mail),
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})

afterEach(async () => {
  await new Promise<void>(done => server.close(() => done()))
  await rm(folder, { recursive: true, force: true })
})

const from = 'Sinergi Sulawesi Tengah <sinergi@example.go.id>'
const letter = {
  to: 'ayu@example.go.id',
  subject: 'Undangan — Disnaker Poso',
  text: 'Salam,\n\nBuka tautan ini:\nhttps://sinergi.example/undangan/abc?x=1&y=2\n\nTerima kasih.',
}

test('a letter reaches the mail server whole', async () => {
  expect(await mailer({ smtpUrl, from, outboxDir: folder }).send(letter)).toEqual({ file: undefined })
  expect(received).toHaveLength(1)
  const [{ recipients, mail }] = received as [(typeof received)[0]]
  expect(recipients).toEqual(['ayu@example.go.id'])
  expect(mail.subject).toBe(letter.subject)
  expect(mail.text?.trim()).toBe(letter.text)
  expect(mail.from?.text).toBe('"Sinergi Sulawesi Tengah" <sinergi@example.go.id>')
})

test('without a mail server the letter lies in the outbox for its owner to read', async () => {
  const { file } = await mailer({ from, outboxDir: path.join(folder, 'outbox') }).send(letter)
  expect(await readdir(path.join(folder, 'outbox'))).toEqual([path.basename(file!)])
  expect((await stat(file!)).mode & 0o777).toBe(0o600)
  const mail = await simpleParser(await readFile(file!))
  expect(mail.subject).toBe(letter.subject)
  expect(mail.text?.trim()).toBe(letter.text)
})

test('a subject with line breaks adds neither headers nor recipients', async () => {
  const subject = 'Halo\r\nBcc: evil@example.com\r\n\r\n<b>isi palsu</b>\u2028X: y'
  await mailer({ smtpUrl, from, outboxDir: folder }).send({ ...letter, subject })
  const [{ recipients, mail }] = received as [(typeof received)[0]]
  expect(recipients).toEqual(['ayu@example.go.id'])
  expect(mail.headers.has('bcc')).toBe(false)
  expect(mail.subject).toBe('Halo Bcc: evil@example.com <b>isi palsu</b> X: y')
  expect(mail.text?.trim()).toBe(letter.text)
})

test.each([
  'a@example.com\r\nBcc: b@example.com',
  'a@example.com, b@example.com',
  'a@example.com;b@example.com',
  'tim: a@example.com, b@example.com;',
  'A <a@example.com>',
  '"a b"@example.com',
  'a@example.com\u0000',
  'a@b@example.com',
  'ayu',
  '',
])('the recipient %j is refused', async to => {
  await expect(mailer({ smtpUrl, from, outboxDir: folder }).send({ ...letter, to })).rejects.toThrow(
    BadAddress,
  )
  expect(received).toEqual([])
})

test('a mail server that refuses is an error, and nothing is laid down', async () => {
  const closed = 'smtp://127.0.0.1:1'
  await expect(mailer({ smtpUrl: closed, from, outboxDir: folder }).send(letter)).rejects.toThrow(
    /ECONNREFUSED/,
  )
  expect(await readdir(folder)).toEqual([])
})

const keep: NonNullable<SMTPServerOptions['onData']> = (stream, session, done) => {
  simpleParser(stream).then(mail => {
    received.push({ recipients: session.envelope.rcptTo.map(recipient => recipient.address), mail })
    done()
  }, done)
}
