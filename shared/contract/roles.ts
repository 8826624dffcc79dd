/**
 * Who may do what. 总账管理员, 库房保管员, 保护, 展览, 馆长(审批), 录入, 查看, 系统管理.
 * A museum of one person holds them all; the rule of 分管 is kept by the ledger room.
 */
export const ROLES = [
  'ledgerKeeper',
  'storeKeeper',
  'conservator',
  'curator',
  'director',
  'clerk',
  'viewer',
  'administrator',
] as const

export type Role = (typeof ROLES)[number]

export const EVERYONE: readonly Role[] = ROLES
/** Those who write the catalogue. */
export const CATALOGUERS: readonly Role[] = ['ledgerKeeper', 'storeKeeper', 'conservator', 'curator', 'clerk']
export const ADMINISTRATORS: readonly Role[] = ['administrator', 'director']
/** Those who keep the code tables. */
export const TABLE_KEEPERS: readonly Role[] = ['ledgerKeeper', 'curator', 'administrator']
