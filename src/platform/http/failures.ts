import type { MessageKey } from '../i18n/messages.ts'

/** Expected refusals. Thrown anywhere below a route, turned into a page in one place (answer-failure.tsx). */
export class NotFound extends Error {}

/** Someone else was first, or the thing changed meanwhile. The page says what happened and shows the present state. */
export class Conflict extends Error {
  readonly key: MessageKey
  constructor(key: MessageKey) {
    super(key)
    this.key = key
  }
}

/** Too much at once: the person is asked to try again after some seconds. */
export class Busy extends Error {
  readonly retrySeconds: number
  constructor(retrySeconds: number) {
    super('busy')
    this.retrySeconds = retrySeconds
  }
}

/** The body is larger than the route takes. */
export class TooLarge extends Error {}
