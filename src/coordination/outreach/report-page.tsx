import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Facts,
  FormActions,
  type FormState,
  Notice,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import type { Facts as Recorded } from './facts.ts'

interface Props {
  facts: Recorded
  form: FormState
  /** The version of the report that the writer saw; 0 where none was yet. */
  version: number
  mayChange: boolean
  /** What a colleague saved meanwhile. */
  theirs: { covered: string; questions: string[] } | undefined
}

/** What was talked about, who came and what they asked: written once, then a paper and the news desk have it. */
export const ReportPage = ({ facts, form, version, mayChange, theirs }: Props) => {
  const { t, number } = useLanguage()
  const { activity, attendance, report } = facts
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {theirs && (
        <Notice tone="warn" title={t('session.report-clash')}>
          <p>{t('session.report-clash-text')}</p>
          <p class="pre">{theirs.covered}</p>
          <p class="pre">{theirs.questions.join('\n')}</p>
        </Notice>
      )}
      <Facts
        items={[
          [t('session.came'), attendance ? number(attendance.total) : t('activity.not-said')],
          ...(attendance
            ? ([[t('session.women-men'), `${number(attendance.women)} / ${number(attendance.men)}`]] as [
                string,
                string,
              ][])
            : []),
          ...(mayChange
            ? []
            : ([
                [t('session.covered'), report?.covered ?? t('activity.not-said')],
                [t('session.questions'), report?.questions.join(' · ') || t('activity.not-said')],
              ] as [string, string][])),
        ]}
      />
      {report && (
        <p>
          <ButtonLink kind="quiet" href={`/program/${activity.id}/laporan/pdf`}>
            {t('session.report-pdf')}
          </ButtonLink>
        </p>
      )}
      {mayChange && (
        <form
          method="post"
          action={`/program/${activity.id}/laporan`}
          class="stack loose"
          novalidate
          data-once
        >
          <input type="hidden" name="version" value={version} />
          <TextInput
            form={form}
            name="reached"
            label={t('activity.reached')}
            hint={attendance ? t('session.counted', { count: attendance.total }) : t('activity.reached-hint')}
            optional={t('activity.optional')}
            inputmode="numeric"
            short
          />
          <TextArea
            form={form}
            name="covered"
            label={t('session.covered')}
            hint={t('session.covered-hint')}
            rows={5}
          />
          <TextArea
            form={form}
            name="questions"
            label={t('session.questions')}
            hint={t('session.questions-hint')}
            optional={t('activity.optional')}
            rows={5}
          />
          <FormActions>
            <Button>{t('session.save-report')}</Button>
            <a href={`/program/${activity.id}`}>{t('activity.back')}</a>
          </FormActions>
        </form>
      )}
    </>
  )
}
