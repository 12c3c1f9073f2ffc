import { isCode } from '../../links/index.ts'
import { officesToAsk } from '../../offices/index.ts'
import { toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { open, type Route, type Visit } from '../../platform/http/route.ts'
import { publicPage } from '../../staff/index.ts'
import { AnswerPage } from './answer-page.tsx'
import { drawCard } from './card.ts'
import { codeLength } from './keep-result.ts'
import { resultByCode } from './queries.ts'
import { SharePanel } from './share-panel.tsx'

/** A kept result: the same answer for whoever has the code, for thirty days. */
export const resultRoutes = (house: House): Route[] => {
  const found = (visit: Visit) =>
    house.db.asPublic(async tx => {
      const code = codeIn(visit.c.req.param('code') ?? '')
      const kept = code && (await resultByCode(tx, code, toDate(house.clock())))
      if (!kept) throw new NotFound()
      return { kept, helpers: await officesToAsk(tx, kept.officeId) }
    })
  const addressOf = (code: string) => `${house.config.publicUrl}/cek/h/${code}`

  return [
    open('GET', '/cek/h/:code', async visit => {
      const { kept, helpers } = await found(visit)
      const { t } = visit.language
      const level = t(`check.level.${kept.answer.level}`)
      const address = addressOf(kept.code)
      const view = (
        <AnswerPage answer={kept.answer} helpers={helpers}>
          <SharePanel
            code={kept.code}
            level={level}
            address={address}
            expiresAt={kept.expiresAt}
            fresh={visit.c.req.query('baru') === '1'}
          />
        </AnswerPage>
      )
      return publicPage(house, visit, view, {
        title: level,
        description: t('check.shared-description'),
        picture: `${address}/kartu`,
        narrow: true,
        headers: { 'x-robots-tag': 'noindex' },
      })
    }),
    open('GET', '/cek/h/:code/kartu', async visit => {
      const { kept } = await found(visit)
      const bytes = await drawCard(kept.answer, addressOf(kept.code), visit.language)
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': 'image/png',
          'content-disposition': `inline; filename="cek-${kept.code}.png"`,
          'cache-control': 'private, max-age=3600',
        },
      })
    }),
  ]
}

/** As people type it: small letters, spaces and hyphens do not matter. */
const codeIn = (typed: string) => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return isCode(code, codeLength) ? code : undefined
}
