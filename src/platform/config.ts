import { resolve } from 'node:path'
import { z } from 'zod'

const optionalUrl = (protocol: RegExp) => z.url({ protocol }).optional()

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  PUBLIC_URL: optionalUrl(/^https?$/),
  SMTP_URL: optionalUrl(/^smtps?$/),
  MAIL_FROM: z.string().default('Sinergi <sinergi@localhost>'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export interface Config {
  host: string
  port: number
  dataDir: string
  databaseUrl: string | undefined
  /** Where the public reaches this house, without a final slash; printed on posters. */
  publicUrl: string
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: string
}

export class BadConfig extends Error {}

/**
 * Reads the configuration from environment variables (see sinergi.env.example).
 * @throws BadConfig with one line per variable that cannot be used.
 */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(filled)
  if (!parsed.success)
    throw new BadConfig(
      parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  const { HOST, PORT, PUBLIC_URL } = parsed.data
  return {
    host: HOST,
    port: PORT,
    dataDir: resolve(parsed.data.DATA_DIR),
    databaseUrl: parsed.data.DATABASE_URL,
    publicUrl: (PUBLIC_URL ?? `http://${urlHost(HOST)}:${PORT}`).replace(/\/+$/, ''),
    smtpUrl: parsed.data.SMTP_URL,
    mailFrom: parsed.data.MAIL_FROM,
    logLevel: parsed.data.LOG_LEVEL,
  }
}

/** Whether only programs on this machine can reach the address. */
export const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host)

const urlHost = (host: string) => (host.includes(':') ? `[${host}]` : host)
