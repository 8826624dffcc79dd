import { App as AntApp, ConfigProvider } from 'antd'
import english from 'antd/locale/en_US'
import chinese from 'antd/locale/zh_CN'
import { useMemo, type ReactNode } from 'react'
import { nonce } from '../bridge/nonce.ts'
import { antTheme, type ThemeName } from './theme.ts'
import { languageNow, useWords } from './words.ts'

const CSP = { nonce }
// two-character Chinese buttons stay 保存, not 保 存
const BUTTON = { autoInsertSpace: false }

/** Puts Ant Design into our look, language and content policy. */
export function Look({ theme, children }: { readonly theme: ThemeName; readonly children: ReactNode }) {
  useWords()
  const settings = useMemo(() => antTheme(theme), [theme])
  return (
    <ConfigProvider
      csp={CSP}
      locale={languageNow() === 'en' ? english : chinese}
      theme={settings}
      button={BUTTON}
      wave={{ disabled: true }}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  )
}
