import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'

const self = ["'self'"]

/** No script or style but our own files, no frame, no third party, no referrer with a path in it. */
export const securityHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: self,
    styleSrc: self,
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: self,
    connectSrc: self,
    manifestSrc: self,
    formAction: self,
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  // For this name alone: an office's neighbours on the same domain decide for themselves.
  strictTransportSecurity: 'max-age=15552000',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})

/**
 * Forms are taken only from our own pages: the browser says where a form came from.
 * @param publicUrl the address people see; behind a proxy that ends TLS it is not the one a request arrives at
 */
export const ownForms = (publicUrl: string): MiddlewareHandler =>
  csrf({
    origin: (origin, c) => origin === new URL(publicUrl).origin || origin === new URL(c.req.url).origin,
  })
