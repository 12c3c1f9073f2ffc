import { useLanguage } from '../../platform/i18n/language.tsx'
import { Deed, type FormState, TextArea } from '../../ui/index.ts'
import { type ArticleMove, articleMoves } from '../article.ts'
import type { DeskArticle } from '../read-article.ts'

interface MovesProps {
  article: DeskArticle
  moves: ArticleMove[]
  form: FormState
}

/** What can be done with an article now, each as a deed with its words. */
export const MovesPanel = ({ article, moves, form }: MovesProps) => (
  <div class="stack">
    {moves
      .filter(move => move !== 'correct')
      .map(move => (
        <OneMove article={article} move={move} form={form} />
      ))}
  </div>
)

const OneMove = ({ article, move, form }: Omit<MovesProps, 'moves'> & { move: ArticleMove }) => {
  const { t } = useLanguage()
  const action = `/redaksi/${article.id}/${move}`
  const label = t(`news.move.${move}`)
  if (articleMoves[move].note === 'none')
    return <Deed action={action} label={label} fields={{ seen: article.revision }} />
  const tried = form.values.move === move
  return (
    <details open={tried}>
      <summary>{label}</summary>
      <form method="post" action={action} class="stack" novalidate data-once>
        <input type="hidden" name="seen" value={article.revision} />
        <input type="hidden" name="move" value={move} />
        <TextArea
          form={tried ? form : { values: {}, errors: {} }}
          name={tried ? 'note' : `note.${move}`}
          label={t(`news.note.${move as 'return' | 'withdraw'}`)}
          rows={3}
        />
        <button class="btn plain">{label}</button>
      </form>
    </details>
  )
}
