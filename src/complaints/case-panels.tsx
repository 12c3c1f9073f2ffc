import { may } from '../staff/index.ts'
import type { PanelMaker } from './desk/case-room.tsx'
import { likenessPanel } from './duplicates/routes.tsx'
import { LetterPanel } from './letters/panel.tsx'
import { lettersOf } from './letters/queries.ts'
import { ScreeningPanel } from './screening/panel.tsx'
import { screeningsOf } from './screening/queries.ts'

const screeningPanel: PanelMaker = async ({ actor }, tx, { complaint, standing }) => ({
  place: 'below',
  view: standing !== 'offered' && (
    <ScreeningPanel
      complaintId={complaint.id}
      screenings={await screeningsOf(tx, complaint.id)}
      mayWrite={may(actor, 'case.work')}
    />
  ),
})

const letterPanel: PanelMaker = async ({ actor }, tx, { complaint, standing }) => ({
  place: 'below',
  view: standing !== 'offered' && (
    <LetterPanel
      complaintId={complaint.id}
      letters={await lettersOf(tx, complaint.id)}
      mayWrite={may(actor, 'case.work')}
    />
  ),
})

/** What other parts of the room show on the page of a case. */
export const casePanels: PanelMaker[] = [likenessPanel, screeningPanel, letterPanel]
