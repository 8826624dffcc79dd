// @ts-check
import { Stop } from '../../setup/say.mjs'

/**
 * What Chromium may answer, of all it can say.
 * @typedef {{
 *   targetInfos?: { type: string, targetId: string }[],
 *   sessionId?: string,
 *   result?: { value?: unknown },
 *   processInfo?: { cpuTime: number }[],
 * }} Answer
 */

/**
 * Chromium's own debugging line to a running program: nothing is held up by it, as a test driver would.
 * @param {string} address `ws://…`, as Chromium tells it on stderr
 */
export async function devtools(address) {
  const line = new WebSocket(address)
  /** @type {Map<number, { done(answer: Answer): void, fail(error: Error): void }>} */
  const waiting = new Map()
  let last = 0
  line.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(data)
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.fail(new Error(error.message))
    else asked?.done(result)
  })
  line.addEventListener('close', () => {
    for (const { fail } of waiting.values()) fail(new Stop('The program ended.'))
  })
  await new Promise((done, fail) => {
    line.addEventListener('open', done)
    line.addEventListener('error', fail)
  })

  /** @param {string} method @param {object} [params] @param {string} [sessionId] @returns {Promise<Answer>} */
  const ask = (method, params = {}, sessionId = undefined) =>
    new Promise((done, fail) => {
      waiting.set(++last, { done, fail })
      line.send(JSON.stringify({ id: last, method, params, sessionId }))
    })

  return {
    ask,
    /**
     * What an expression comes to in the program's page, once it comes to something: it is tried again while there is
     * no page, or another one takes its place.
     * @param {string} expression may be a promise
     * @returns {Promise<unknown>}
     */
    async inPage(expression) {
      for (const until = Date.now() + 60_000; Date.now() < until;) {
        const { targetInfos } = await ask('Target.getTargets')
        const page = targetInfos?.find(({ type }) => type === 'page')
        if (page) {
          const { sessionId } = await ask('Target.attachToTarget', { targetId: page.targetId, flatten: true })
          const asked = { expression, awaitPromise: true, returnByValue: true }
          const answer = await ask('Runtime.evaluate', asked, sessionId).catch(() => null)
          if (answer?.result?.value !== undefined) return answer.result.value
        }
        await new Promise((again) => setTimeout(again, 10))
      }
      throw new Stop('The page did not show within a minute what was waited for.')
    },
    close: () => line.close(),
  }
}
