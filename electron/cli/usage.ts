export const USAGE = `museum COMMAND --data DIR [--json] [--lang zh-CN|en]

  init --museum NAME [--province default|shanxi|henan]
  import objects|lido FILE [--sheet NAME] [--mapping FILE.json] [--dry-run]
  photos DIR [--dry-run] [--small REASON]   (names begin with the number: 0008-正视-1.jpg)
  thumbs
  batches
  undo BATCH
  find TEXT [--limit N]
  facets [TEXT]
  show NUMBER
  report R1|R2 --out FILE [--find TEXT]
  export csv|json|lido|guide --out FILE [--find TEXT]
  cards|dossiers --out FILE.html [--find TEXT]      (print it with a browser; a PDF comes from the window)
  labels --out FILE.html [--find TEXT] [--sheet ID] [--start N]
  export museum --out DIR                   (all there is, into a new folder in DIR)
  import museum DIR                         (brings it back; --data is an empty folder)
  check
  quality [--rule ID] [--limit N]
  numbers [--limit N]
  stats
  backup
  parse era|size|mass|quantity|number|date TEXT… | --in FILE.json     (needs no --data)

Exit: 0 done, 1 refused, 2 not understood.
`
