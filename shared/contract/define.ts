import type { z } from 'zod'
import { Fault, type FaultCode, type FaultDetail } from './faults.ts'
import type { Role } from './roles.ts'

type Kind = 'query' | 'command'
type Call<K extends Kind, I extends z.ZodType, O extends z.ZodType> = {
  readonly kind: K
  readonly roles: readonly Role[]
  readonly input: I
  readonly output: O
}
export type AnyCall = Call<Kind, z.ZodType, z.ZodType>
export type Contract = Readonly<Record<string, Readonly<Record<string, AnyCall>>>>

export const query = <I extends z.ZodType, O extends z.ZodType>(
  roles: readonly Role[],
  input: I,
  output: O
): Call<'query', I, O> => ({ kind: 'query', roles, input, output })

export const command = <I extends z.ZodType, O extends z.ZodType>(
  roles: readonly Role[],
  input: I,
  output: O
): Call<'command', I, O> => ({ kind: 'command', roles, input, output })

/** What the window, the tests and the command line see: one async method per call, parsed on the far side. */
export type Client<C extends Contract> = {
  readonly [R in keyof C]: {
    readonly [N in keyof C[R]]: (input: z.input<C[R][N]['input']>) => Promise<z.output<C[R][N]['output']>>
  }
}

/** What a service must supply: the same methods, plus who is asking. */
export type Handlers<C extends Contract, Ctx> = {
  readonly [R in keyof C]: {
    readonly [N in keyof C[R]]: (
      input: z.output<C[R][N]['input']>,
      ctx: Ctx
    ) => Promise<z.input<C[R][N]['output']>>
  }
}

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: { readonly code: FaultCode; readonly detail: FaultDetail } }

type AnyHandlers<Ctx> = Readonly<
  Record<string, Readonly<Record<string, (input: unknown, ctx: Ctx) => Promise<unknown>>>>
>

/** The names of all calls, `room.call`. */
export function channels(contract: Contract): string[] {
  return Object.entries(contract).flatMap(([room, calls]) =>
    Object.keys(calls).map((name) => `${room}.${name}`)
  )
}

/** Own keys only: `constructor`, `toString` and the like are not calls. */
export function callOf(contract: Contract, channel: string): AnyCall | undefined {
  const [room = '', name = '', ...more] = channel.split('.')
  const calls = more.length === 0 && Object.hasOwn(contract, room) ? contract[room] : undefined
  return calls && Object.hasOwn(calls, name) ? calls[name] : undefined
}

export function refusal(code: FaultCode, detail: FaultDetail = {}): Reply {
  return { ok: false, fault: { code, detail } }
}

/**
 * The one place where untrusted input is parsed, the role is checked, and faults become replies.
 * `log` gets what the reply must not carry (stack, SQL, paths). `understood` may know an error of a lower floor as a fault.
 */
export function dispatcher<C extends Contract, Ctx extends { readonly roles: readonly Role[] }>(
  contract: C,
  handlers: Handlers<C, Ctx>,
  log: (channel: string, error: unknown) => void,
  understood: (error: unknown) => unknown = (error) => error
): (channel: string, raw: unknown, ctx: Ctx) => Promise<Reply> {
  // the one widening: Handlers<C> has been checked against C where the services are put together
  const table = handlers as unknown as AnyHandlers<Ctx>
  return async (channel, raw, ctx) => {
    const call = callOf(contract, channel)
    if (!call) return refusal('call.unknown', { channel: channel.slice(0, 80) })
    if (!call.roles.some((role) => ctx.roles.includes(role))) return refusal('call.notAllowed', { channel })
    const parsed = call.input.safeParse(raw)
    if (!parsed.success) return refusal('call.badInput', { where: issuesOf(parsed.error) })
    const [room = '', name = ''] = channel.split('.')
    try {
      const value: unknown = await table[room]?.[name]?.(parsed.data, ctx)
      return { ok: true, value: call.output.parse(value) }
    } catch (error) {
      const reason = understood(error)
      if (reason instanceof Fault) return refusal(reason.code, reason.detail)
      log(channel, error)
      return refusal('call.internal')
    }
  }
}

/** A client over any transport: the preload's `call` in the app, the dispatcher itself in tests and on the command line. */
export function client<C extends Contract>(
  contract: C,
  send: (channel: string, input: unknown) => Promise<Reply>
): Client<C> {
  const bind = (room: string, calls: Readonly<Record<string, AnyCall>>) =>
    Object.fromEntries(
      Object.keys(calls).map((name) => [
        name,
        async (input: unknown): Promise<unknown> => {
          const reply = await send(`${room}.${name}`, input)
          if (!reply.ok) throw new Fault(reply.fault.code, reply.fault.detail)
          return reply.value
        },
      ])
    )
  const rooms = Object.fromEntries(Object.entries(contract).map(([room, calls]) => [room, bind(room, calls)]))
  return rooms as unknown as Client<C>
}

function issuesOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.map(String).join('.') || '·'}: ${issue.code}`)
    .join('; ')
}
