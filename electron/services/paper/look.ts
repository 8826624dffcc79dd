/** How the paper looks: ink on white, thin lines, 宋体; as the printed cards that registrars know. */
export const FONTS = '"SimSun","宋体","Songti SC","STSong","Noto Serif CJK SC","Source Han Serif SC",serif'

const COMMON = `
* { box-sizing: border-box; margin: 0; padding: 0; }
html, .paper { font-family: ${FONTS}; font-size: 10.5pt; line-height: 1.5; color: #1F2329; background: #fff; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 0.6pt solid #1F2329; padding: 1.1mm 2mm; text-align: left; vertical-align: middle;
  overflow-wrap: anywhere; white-space: pre-wrap; }
th { font-weight: normal; color: #4A4F57; text-align: center; white-space: normal; }
h1, h2 { font-weight: bold; }
.picture { display: flex; align-items: center; justify-content: center; overflow: hidden; }
.picture img { max-width: 100%; max-height: 100%; object-fit: contain; }
.blank { color: #8A8F98; font-size: 9pt; text-align: center; }
`

/** A4 with room at the left for binding; the running lines stand in the margins. */
export const CARD_LOOK = `
@page { size: A4; margin: 19mm 14mm 17mm 20mm; }
${COMMON}
.card { page-break-after: auto; }
.card-head { position: relative; text-align: center; padding-bottom: 3.5mm; }
.card-head h1 { font-size: 20pt; letter-spacing: 0.35em; text-indent: 0.35em; line-height: 1.3; }
.card-head .museum { font-size: 11pt; }
.card-head .number { position: absolute; right: 0; bottom: 3.5mm; font-size: 10.5pt; }
.top { display: flex; align-items: stretch; border: 0.6pt solid #1F2329; border-bottom: none; }
.top > .facts { flex: 1 1 auto; width: 112mm; }
.top > .facts table { height: 100%; }
.top > .facts tr:first-child > * { border-top: none; }
.top > .facts tr > :first-child { border-left: none; }
.top > .facts tr:last-child > * { border-bottom: none; }
.top > .pictures { flex: 0 0 62mm; padding: 2mm; display: flex; flex-direction: column; gap: 2mm; }
.pictures .first { height: 62mm; }
.pictures .more { display: flex; gap: 2mm; height: 30mm; }
.pictures .more .picture { flex: 1 1 0; }
.pictures .caption { font-size: 8.5pt; color: #4A4F57; text-align: center; overflow-wrap: anywhere; }
.pictures .empty { border: 0.6pt dashed #8A8F98; flex: 1 1 auto; min-height: 62mm; }
.facts table { table-layout: fixed; }
.facts th { width: 21mm; padding: 1.1mm 0.6mm; white-space: nowrap; }
.texts th { width: 26mm; white-space: nowrap; padding: 1.1mm 0.6mm; }
.texts td { vertical-align: top; padding: 1.6mm 2.4mm; text-align: justify; }
.texts .share-1 { height: 15mm; }
.texts .share-2 { height: 27mm; }
.texts .share-3 { height: 37mm; }
.foot { display: flex; justify-content: space-between; padding-top: 3mm; break-inside: avoid; }
.foot span { min-width: 50mm; }
`

export const DOSSIER_LOOK = `
@page { size: A4; margin: 21mm 16mm 18mm 24mm; }
${COMMON}
.cover { height: 256mm; display: flex; flex-direction: column; align-items: center; break-after: page; }
.cover .museum { font-size: 16pt; margin-top: 22mm; letter-spacing: 0.1em; }
.cover h1 { font-size: 32pt; letter-spacing: 0.3em; text-indent: 0.3em; margin-top: 14mm; line-height: 1.3; }
.cover .note { margin-top: 4mm; font-size: 11pt; color: #4A4F57; }
.cover table { width: 128mm; margin-top: 24mm; font-size: 13pt; }
.cover th { width: 36mm; padding: 2.6mm 2mm; }
.cover td { padding: 2.6mm 3mm; }
.cover .cover-foot { margin-top: auto; margin-bottom: 8mm; width: 128mm; font-size: 12pt; line-height: 2; }
h2 { font-size: 13pt; margin: 7mm 0 2.5mm; break-after: avoid; }
h3 { font-size: 10.5pt; margin: 3mm 0 1mm; break-after: avoid; }
.facts th { width: 24mm; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; text-align: justify; min-height: 12mm; }
.gallery { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; }
.gallery figure { break-inside: avoid; }
.gallery .picture { height: 76mm; border: 0.6pt solid #C9CCD1; padding: 1.5mm; }
.gallery figcaption { font-size: 9pt; text-align: center; padding-top: 1mm; overflow-wrap: anywhere; }
.rows td { vertical-align: top; font-size: 9.5pt; }
.rows th { font-size: 9.5pt; }
.rows tr { break-inside: avoid; }
.rows .empty td { height: 9mm; }
.rows td, .rows th { padding: 1mm 1.4mm; }
.history { table-layout: fixed; }
.history th:nth-child(1) { width: 30mm; } .history th:nth-child(2) { width: 18mm; }
.history th:nth-child(3) { width: 25mm; } .history th:nth-child(6) { width: 25mm; }
.papers th:nth-child(1) { width: 42mm; } .papers th:nth-child(3) { width: 34mm; }
.use th:nth-child(1) { width: 28mm; } .use th:nth-child(4) { width: 28mm; }
.sign { display: flex; gap: 4mm; break-inside: avoid; padding-top: 2mm; }
.sign > div { flex: 1 1 0; border: 0.6pt solid #1F2329; height: 36mm; padding: 2mm; display: flex;
  flex-direction: column; justify-content: space-between; }
.sign .on { text-align: right; }
.more { font-size: 9pt; color: #4A4F57; padding-top: 1mm; }
`
