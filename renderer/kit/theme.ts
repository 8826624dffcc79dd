import { theme as ant, type ThemeConfig } from 'antd'
import { themeQuartz, type Theme } from 'ag-grid-community'

export const THEMES = ['light', 'dark'] as const
export type ThemeName = (typeof THEMES)[number]

/** antd works its shades out of real colours, so the seeds of look.css stand here once more. */
const SEEDS = {
  light: {
    paper: '#fbfaf6',
    sheet: '#ffffff',
    ink: '#1f2329',
    soft: '#5a6068',
    line: '#e0dcd1',
    strong: '#8a877e',
  },
  dark: {
    paper: '#1a1d1e',
    sheet: '#232728',
    ink: '#e9e5db',
    soft: '#a8aba6',
    line: '#383d3e',
    strong: '#7d8383',
  },
} as const
const ACCENTS = {
  light: { celadon: '#2f7a78', onCeladon: '#ffffff', wash: '#e4efed', cinnabar: '#b3382c', ochre: '#865708' },
  dark: { celadon: '#6db5b0', onCeladon: '#10201f', wash: '#213a38', cinnabar: '#f0897a', ochre: '#e3b45a' },
} as const

/** The compact algorithm knows only even sizes of text, and greys our accent in its pale shades: both are set right. */
const ours =
  (name: ThemeName): typeof ant.compactAlgorithm =>
  (seed, map) => ({
    ...ant.compactAlgorithm(seed, map),
    fontSize: 13,
    fontSizeSM: 12,
    fontSizeLG: 14,
    lineHeight: 1.5,
    fontHeight: 20,
    colorPrimaryBg: ACCENTS[name].wash,
    colorPrimaryBgHover: ACCENTS[name].wash,
  })

/** Ant Design in our look: compact, square, one-pixel lines, no shadows that pretend to be paper. */
export function antTheme(name: ThemeName): ThemeConfig {
  const seed = SEEDS[name]
  const accent = ACCENTS[name]
  return {
    algorithm: name === 'dark' ? [ant.darkAlgorithm, ours(name)] : [ours(name)],
    token: {
      colorPrimary: accent.celadon,
      colorInfo: accent.celadon,
      colorSuccess: accent.celadon,
      colorWarning: accent.ochre,
      colorError: accent.cinnabar,
      colorLink: accent.celadon,
      colorTextBase: seed.ink,
      colorBgBase: seed.paper,
      colorBgContainer: seed.sheet,
      colorBgElevated: seed.sheet,
      colorBgLayout: seed.paper,
      colorText: seed.ink,
      colorTextDescription: seed.soft,
      colorTextPlaceholder: seed.soft,
      colorTextDisabled: seed.soft,
      colorTextLightSolid: accent.onCeladon,
      colorBorder: seed.strong,
      colorBorderSecondary: seed.line,
      controlItemBgActive: accent.wash,
      fontFamily: 'var(--cjk)',
      // the compact algorithm takes 4 px off
      controlHeight: 32,
      borderRadius: 2,
      boxShadow: 'none',
      boxShadowSecondary: `0 0 0 1px ${seed.strong}`,
      boxShadowTertiary: 'none',
      motionDurationFast: '0.08s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.12s',
      wireframe: false,
    },
    components: {
      Select: { optionActiveBg: seed.line },
      Segmented: { trackBg: seed.line, itemSelectedBg: seed.sheet },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
    },
  }
}

/** AG Grid takes the roles as CSS variables: it follows the theme by itself. */
export const gridTheme: Theme = themeQuartz.withParams({
  accentColor: 'var(--celadon)',
  backgroundColor: 'var(--sheet)',
  foregroundColor: 'var(--ink)',
  textColor: 'var(--ink)',
  subtleTextColor: 'var(--ink-soft)',
  borderColor: 'var(--line)',
  chromeBackgroundColor: 'var(--paper)',
  headerBackgroundColor: 'var(--paper)',
  headerTextColor: 'var(--ink)',
  headerFontWeight: 600,
  oddRowBackgroundColor: 'var(--sheet)',
  rowHoverColor: 'var(--paper)',
  selectedRowBackgroundColor: 'var(--celadon-wash)',
  fontFamily: 'var(--cjk)',
  fontSize: 13,
  rowHeight: 30,
  headerHeight: 30,
  cellHorizontalPadding: 8,
  borderRadius: 0,
  wrapperBorderRadius: 0,
  wrapperBorder: false,
  columnBorder: true,
  focusShadow: 'none',
  browserColorScheme: 'inherit',
})
