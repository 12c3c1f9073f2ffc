import type { FormState } from '../../platform/http/forms.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Deed, ErrorSummary, FileInput, Panel, Select, Table } from '../../ui/index.ts'
import { languageName, type Recording, readablePages, spokenLanguages } from './recording.ts'

interface Props {
  recordings: (Recording & { office: string; givenAt: Date })[]
  form: FormState
}

export const RecordingsPage = ({ recordings, form }: Props) => {
  const { t, moment } = useLanguage()
  const pages = readablePages.map(({ path, title }) => ({ value: path, label: t(title) }))
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <Panel title={t('audio.give')}>
        <form
          method="post"
          action="/rekaman"
          enctype="multipart/form-data"
          class="stack"
          novalidate
          data-once
        >
          <Select form={form} name="path" label={t('audio.page')} options={pages} />
          <Select
            form={form}
            name="language"
            label={t('audio.language')}
            options={spokenLanguages.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <FileInput
            form={form}
            name="file"
            label={t('audio.file')}
            hint={t('audio.file-hint')}
            accept="audio/mpeg,audio/ogg,audio/mp4,.mp3,.ogg,.m4a"
          />
          <button class="btn">{t('audio.send')}</button>
        </form>
      </Panel>
      <Table
        caption={t('audio.title')}
        rows={recordings}
        columns={[
          { title: t('audio.page'), cell: ({ path }) => <a href={path}>{path}</a> },
          { title: t('audio.language'), cell: ({ language }) => languageName(language) },
          { title: t('audio.office'), cell: ({ office }) => office },
          { title: t('audio.given'), cell: ({ givenAt }) => moment(givenAt) },
          {
            title: t('audio.remove'),
            cell: ({ id }) => <Deed action={`/rekaman/${id}/hapus`} label={t('audio.remove')} kind="plain" />,
          },
        ]}
      />
    </>
  )
}
