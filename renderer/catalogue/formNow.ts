import { shared } from '../kit/store.ts'

/** What the rest of the window must know of the open form: is something typed in it that is not saved? */
export const formNow = shared<{ readonly touched: boolean }>({ touched: false })
