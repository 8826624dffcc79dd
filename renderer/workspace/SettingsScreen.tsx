import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { museum } from '../bridge/museum.ts'
import { run } from '../frame/deeds.ts'
import { setLanguage, setTheme, theme } from '../frame/look.ts'
import { Button, Segmented } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { THEMES } from '../kit/theme.ts'
import { LANGUAGES, languageNow, useWords } from '../kit/words.ts'
import { PatternSettings } from '../numbers/PatternSettings.tsx'
import { checked } from './deeds.ts'
import { Shortcuts } from './Shortcuts.tsx'
import './workspace.css'

/** Look, the museum's file, shortcuts, and what this program is. */
export function SettingsScreen() {
  const say = useWords()
  return (
    <div className="room settings">
      <h1>{say('frame.room.settings')}</h1>
      <Part title={say('workspace.settings.look')}>
        <Segmented
          aria-label={say('workspace.settings.theme')}
          value={theme.use()}
          onChange={setTheme}
          options={THEMES.map((name) => ({ value: name, label: say(`frame.theme.${name}`) }))}
        />
        <Segmented
          aria-label={say('workspace.settings.language')}
          value={languageNow()}
          onChange={(language) => void setLanguage(language)}
          options={LANGUAGES.map((language) => ({
            value: language,
            label: say(`workspace.language.${language}`),
          }))}
        />
      </Part>
      <MuseumPart />
      <Part title={say('numbers.patterns.title')}>
        <PatternSettings />
      </Part>
      <Part title={say('workspace.settings.shortcuts')}>
        <Shortcuts />
      </Part>
      <AboutPart />
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="settings-part">
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  )
}

function MuseumPart() {
  const say = useWords()
  const state = useQuery({ queryKey: ['workspace', 'state'], queryFn: () => museum.workspace.state({}) })
  const stats = useQuery({ queryKey: ['catalogue', 'stats'], queryFn: () => museum.workspace.stats({}) })
  const found = checked.use()
  const open = state.data?.museum
  return (
    <Part title={say('workspace.settings.museum')}>
      {open ? (
        <dl className="settings-facts">
          <dt>{say('workspace.create.name')}</dt>
          <dd>{open.name}</dd>
          <dt>{say('workspace.create.province')}</dt>
          <dd>{say(`workspace.province.${open.province}`)}</dd>
          <dt>{say('workspace.create.folder')}</dt>
          <dd>{open.folder}</dd>
          {stats.data ? (
            <>
              <dt>{say('workspace.stats.objects')}</dt>
              <dd>{shownCount(stats.data.objects)}</dd>
              <dt>{say('workspace.stats.pieces')}</dt>
              <dd>{shownCount(stats.data.actualQuantity)}</dd>
              <dt>{say('workspace.stats.pictures')}</dt>
              <dd>{shownCount(stats.data.media)}</dd>
            </>
          ) : null}
        </dl>
      ) : null}
      <div className="settings-deeds">
        <Button onClick={() => run('museum.check')}>{say('command.museum.check')}</Button>
        <Button onClick={() => run('museum.backup')}>{say('command.museum.backup')}</Button>
        <Button onClick={() => run('museum.close')}>{say('command.museum.close')}</Button>
      </div>
      {found?.ok === true ? <Notice tone="told">{say('workspace.check.good')}</Notice> : null}
      {found?.ok === false ? (
        <Notice tone="refused">
          {say('workspace.check.bad', { count: found.problems.length })}
          <ul>
            {found.problems.map((problem) => (
              <li key={`${problem.code} ${problem.where}`}>
                {say('workspace.check.problem', {
                  what: say.open(problem.code),
                  where: problem.where,
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </Part>
  )
}

function AboutPart() {
  const say = useWords()
  const { data } = useQuery({
    queryKey: ['about'],
    queryFn: () => museum.shell.about({}),
    staleTime: Infinity,
  })
  return (
    <Part title={say('workspace.settings.about')}>
      <p>{say('workspace.start.what')}</p>
      {data ? (
        <p className="soft">
          {say('workspace.about.version', { version: data.version, electron: data.electron })}
        </p>
      ) : null}
      <p className="soft">{say('workspace.about.licence')}</p>
    </Part>
  )
}
