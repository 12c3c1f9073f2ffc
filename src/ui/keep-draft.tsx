import type { ComponentChildren } from 'preact'
import { Notice } from './status.tsx'

/** What a form says of itself when the line fails; each in the reader's language. */
export interface KeepWords {
  /** Carries {count}. */
  waits: string
  sendKept: string
  drop: string
  dropSure: string
  sending: string
  stop: string
  unsent: string
  unsentText: string
  offer: string
  offerText: readonly string[]
  cannot: string
  keep: string
  leave: string
  tooMuch: string
  notKept: string
  kept: string
  keptText: string
  keptNumberless: string
  keptThen: string
  arrived: string
  arrivedText: string
  stillWaits: string
  spoilt: string
  dropped: string
}

export interface KeepDraftProps {
  words: KeepWords
  /** The house's public key for envelopes. */
  house: string
  /** The path that takes a kept form. */
  to: string
  /** The path that gives a fresh form its number, and the one that opens its answer: shown once, when the form is kept. */
  fresh?: string
  /** Above these the house would refuse, and so nothing is kept: bytes, files, letters. */
  limits: { largest: number; largestFile: number; mostFiles: number; longest: number }
  children: ComponentChildren
}

/** A form that a broken line does not take away. Without scripts it is the form alone. */
export const KeepDraft = ({ words, house, to, fresh, limits, children }: KeepDraftProps) => (
  <keep-draft
    class="stack loose"
    data-house={house}
    data-to={to}
    data-fresh={fresh}
    data-sure={words.dropSure}
    data-too-much={words.tooMuch}
    data-not-kept={words.notKept}
    data-still-waits={words.stillWaits}
    data-spoilt={words.spoilt}
    data-dropped={words.dropped}
    data-largest={limits.largest}
    data-largest-file={limits.largestFile}
    data-most-files={limits.mostFiles}
    data-longest={limits.longest}
  >
    <Waits words={words} />
    {children}
    <Said what="sending">
      <p>{words.sending}</p>
      <Act deed="stop" label={words.stop} plain />
    </Said>
    <Unsent words={words} />
    <Said what="note">
      <p />
    </Said>
    <section class="panel stack" data-kept tabindex={-1} hidden>
      <h2>{words.kept}</h2>
      <div class="stack" data-with-number>
        <p>{words.keptText}</p>
        <p class="receipt num" translate={false}>
          <strong data-number-here />
        </p>
      </div>
      <p data-without-number hidden>
        {words.keptNumberless}
      </p>
      <p>{words.keptThen}</p>
    </section>
  </keep-draft>
)

const Waits = ({ words }: { words: KeepWords }) => (
  <>
    <div data-waits hidden>
      <Notice tone="info">
        <div class="stack">
          <strong data-count={words.waits} />
          <div class="actions">
            <Act deed="send-kept" label={words.sendKept} />
            <Act deed="drop" label={words.drop} plain />
          </div>
        </div>
      </Notice>
    </div>
    <Said what="arrived" tone="good" title={words.arrived}>
      <p>{words.arrivedText}</p>
    </Said>
  </>
)

/** Nothing is kept unless somebody says so: others use the phone too. */
const Unsent = ({ words }: { words: KeepWords }) => (
  <Said what="unsent" title={words.unsent}>
    <div class="stack">
      <p>{words.unsentText}</p>
      <div class="stack" data-can>
        <p>
          <b>{words.offer}</b>
        </p>
        <ul class="points">
          {words.offerText.map(text => (
            <li>{text}</li>
          ))}
        </ul>
        <div class="actions">
          <Act deed="keep" label={words.keep} />
          <Act deed="leave" label={words.leave} plain />
        </div>
      </div>
      <p data-cannot hidden>
        {words.cannot}
      </p>
    </div>
  </Said>
)

interface SaidProps {
  what: string
  tone?: 'warn' | 'good'
  title?: string
  children: ComponentChildren
}

const Said = ({ what, tone = 'warn', title, children }: SaidProps) => (
  <div data-say={what} tabindex={-1} hidden>
    <Notice tone={tone} title={title}>
      {children}
    </Notice>
  </div>
)

const Act = ({ deed, label, plain }: { deed: string; label: string; plain?: boolean }) => (
  <button class={plain ? 'btn plain' : 'btn'} type="button" data-do={deed}>
    {label}
  </button>
)
