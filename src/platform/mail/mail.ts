import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'

export interface Letter {
  /** One address, without a display name. */
  to: string
  subject: string
  /** Plain text; links stand on lines of their own. */
  text: string
  /** Letters with the same one are the same letter: most mailboxes show it once. */
  id?: string | undefined
  attachments?: Attachment[] | undefined
}

export interface Attachment {
  name: string
  type: string
  bytes: Buffer
}

export interface Sent {
  /** Where the letter was laid down; undefined when it was handed to a mail server. */
  file: string | undefined
}

export interface Mailer {
  /** @throws BadAddress, or the mail server's error, after which it may be tried again */
  send(letter: Letter): Promise<Sent>
}

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://...`; without it letters are laid in the outbox folder. */
  smtpUrl?: string | undefined
  /** The sender, such as `Sinergi <sinergi@example.go.id>`. */
  from: string
  outboxDir: string
}

/** The recipient is not exactly one e-mail address. */
export class BadAddress extends Error {
  override name = 'BadAddress'
}

/** Sends letters by SMTP, or lays them as .eml files into a folder where there is no mail server yet. */
export const mailer = ({ smtpUrl, from, outboxDir }: MailSettings): Mailer => {
  const deliver = smtpUrl ? bySmtp(smtpUrl) : toOutbox(outboxDir)
  return { send: async letter => deliver(envelope(from, letter)) }
}

const envelope = (from: string, { to, subject, text, id, attachments = [] }: Letter): SendMailOptions => ({
  from,
  ...(id && { messageId: `<${id}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'}>` }),
  to: { name: '', address: oneAddress(to) },
  subject: oneLine(subject),
  text,
  attachments: attachments.map(({ name, type, bytes }) => ({
    filename: name,
    contentType: type,
    content: bytes,
  })),
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** A comma, a bracket or a line break in an address would add recipients or headers. */
const oneAddress = (to: string) => {
  if (to.length > 254 || !/^[^\s\p{C}@,;:<>()[\]\\"]+@[^\s\p{C}@,;:<>()[\]\\"]+$/u.test(to))
    throw new BadAddress('The recipient is not one e-mail address')
  return to
}

/** Whether it was this letter that could not be sent, and not the mail server that could not be reached. */
export const isOfLetter = (error: unknown) =>
  error instanceof BadAddress ||
  ['EENVELOPE', 'EMESSAGE'].includes((error as { code?: string } | undefined)?.code ?? '')

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

const bySmtp = (url: string) => {
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  const transport = createTransport({ url, ...patience })
  return async (mail: SendMailOptions): Promise<Sent> => {
    await transport.sendMail(mail)
    return { file: undefined }
  }
}

const toOutbox = (folder: string) => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (mail: SendMailOptions): Promise<Sent> => {
    const { message } = await transport.sendMail(mail)
    return { file: await layDown(folder, message as Buffer) }
  }
}

/** Readable by the owner only: an invitation carries a key. */
const layDown = async (folder: string, message: Buffer) => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stamp = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }).replaceAll(':', '-')
  const file = path.join(folder, `${stamp}-${randomUUID().slice(0, 8)}.eml`)
  await writeFile(`${file}.part`, message, { mode: 0o600, flag: 'wx' })
  await rename(`${file}.part`, file)
  return file
}
