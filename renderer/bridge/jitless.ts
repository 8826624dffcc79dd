import { z } from 'zod'

// zod's compiled parsers are made with `new Function`, which the content policy forbids. Imported before any schema.
z.config({ jitless: true })
