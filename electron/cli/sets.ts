import { allow, UsageError, type CommandLine } from './args.ts'
import type { Headless } from './headless.ts'

/** All sets with how many objects each holds; with a name the objects of that one, in its order, with their notes. */
export async function showSets(line: CommandLine, { client }: Headless): Promise<object> {
  allow(line, [], 2)
  const { sets } = await client.sets.list({})
  const name = line.words[1]
  if (name === undefined) return { sets }
  const set = sets.find((one) => one.name === name || one.id === name)
  if (!set) throw new UsageError(`no set is called ${name}`)
  const objects = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof client.sets.members>> = await client.sets.members({
      set: set.id,
      after,
      limit: 1000,
    })
    objects.push(...page.members)
    after = page.next
  } while (after !== null)
  return { ...set, objects }
}
