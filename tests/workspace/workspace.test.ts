import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectedMuseum } from '../../electron/services/recent.ts'
import { House } from '../../electron/services/house.ts'
import { mintId } from '../../electron/services/ids.ts'
import { openStore } from '../../electron/store/open.ts'
import { theMuseum } from '../../electron/store/workspace.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, type TestMuseum } from '../kit/museum.ts'

let museum: TestMuseum
beforeEach(async () => {
  museum = await aMuseum({ name: '云河县博物馆', province: 'shanxi' })
})
afterEach(() => museum.close())

describe('opening and closing', () => {
  it('shows what is open, remembers it, and opens it again from what it remembers', async () => {
    const state = await museum.client.workspace.state({})
    expect(state.museum).toMatchObject({
      name: '云河县博物馆',
      province: 'shanxi',
      folder: 'museum',
      objects: 0,
      uncleanEnd: false,
    })
    expect(state.recent).toMatchObject([{ name: '云河县博物馆', folder: 'museum', there: true }])
    expect(JSON.stringify(state)).not.toContain(museum.folder)
    await museum.client.workspace.close({})
    await expect(museum.client.catalogue.page({ find: {} })).rejects.toMatchObject({ code: 'museum.none' })
    const reopened = await museum.client.workspace.open({ folder: state.recent[0]?.token ?? '' })
    expect(reopened.museum).toMatchObject({ name: '云河县博物馆', uncleanEnd: false })
  })

  it('makes a second museum in another folder and leaves the first in peace', async () => {
    await museum.client.catalogue.register({ id: mintId(), values: aBronze() })
    const other = `${museum.folder}-other`
    const made = await museum.client.workspace.create({
      folder: other,
      name: '邻县博物馆',
      province: 'henan',
    })
    expect(made.museum).toMatchObject({ name: '邻县博物馆', objects: 0 })
    expect(readdirSync(other).sort()).toEqual(
      expect.arrayContaining(['backups', 'media', 'museum.db', 'originals'])
    )
    const back = await museum.client.workspace.open({ folder: museum.folder })
    expect(back.museum).toMatchObject({ name: '云河县博物馆', objects: 1 })
  })

  it('will not make a museum where one is, nor open a folder that holds none: the open one stays open', async () => {
    await expect(
      museum.client.workspace.create({ folder: museum.folder, name: '重名', province: 'default' })
    ).rejects.toMatchObject({ code: 'museum.exists' })
    const empty = `${museum.folder}-empty`
    mkdirSync(empty)
    await expect(museum.client.workspace.open({ folder: empty })).rejects.toMatchObject({
      code: 'museum.missing',
    })
    expect((await museum.client.workspace.state({})).museum?.name).toBe('云河县博物馆')
  })

  it('makes to its end a museum whose making was cut short', async () => {
    const folder = `${museum.folder}-cut`
    const store = await openStore(folder, { create: true })
    await store.close()
    await expect(museum.client.workspace.open({ folder })).rejects.toMatchObject({ code: 'museum.notMuseum' })
    const made = await museum.client.workspace.create({ folder, name: '又一馆', province: 'default' })
    expect(made.museum).toMatchObject({ name: '又一馆', objects: 0 })
  })

  it('tells that the last run was cut short, and what was running then', async () => {
    const at = '2026-03-01T04:00:00.000Z'
    const { id } = museum.house.museum()
    await museum.db
      .insertInto('session')
      .values({ museum_id: id, id: 'cut', started_at: at, ended_at: null })
      .execute()
    const row = {
      museum_id: id,
      id: mintId(),
      kind: 'imports.commit',
      status: 'running',
      stage: 'writing',
      done: 12_400,
      total: null,
    }
    await museum.db
      .insertInto('job')
      .values({ ...row, started_at: at, ended_at: null, fault: null, result: null })
      .execute()
    await museum.house.close()
    const opened = await museum.house.open(museum.folder)
    expect(opened.uncleanEnd).toBe(true)
    const { job } = await museum.client.workspace.job({ id: row.id })
    expect(job).toMatchObject({ status: 'interrupted', done: 12_400, fault: { code: 'job.interrupted' } })
  })

  it('after a cut-off run refuses a file that was torn by it', async () => {
    for (let at = 0; at < 200; at++)
      await museum.client.catalogue.register({ id: mintId(), values: aBronze({ number: String(at) }) })
    const { id } = museum.house.museum()
    await museum.db
      .insertInto('session')
      .values({ museum_id: id, id: 'cut', started_at: 'x', ended_at: null })
      .execute()
    const root = await sql<{
      rootpage: number
    }>`select rootpage from sqlite_master where name = 'object_by_name'`.execute(museum.db)
    await museum.house.close()
    const path = join(museum.folder, 'museum.db')
    const file = new SQLite(path)
    const pageSize = Number(file.pragma('page_size', { simple: true }))
    file.close()
    const { openSync, writeSync, closeSync } = await import('node:fs')
    const handle = openSync(path, 'r+')
    // a whole page of the index, as a torn write leaves it
    writeSync(
      handle,
      Buffer.alloc(pageSize, 0x5a),
      0,
      pageSize,
      ((root.rows[0]?.rootpage ?? 2) - 1) * pageSize
    )
    closeSync(handle)
    const house = new House({
      home: `${museum.folder}-home`,
      nativeBinding: undefined,
      now: () => '2026-03-02T04:00:00.000Z',
    })
    await expect(house.open(museum.folder)).rejects.toMatchObject({ code: 'museum.damaged' })
    // the lock has been let go
    await expect(house.open(museum.folder)).rejects.toMatchObject({ code: 'museum.damaged' })
  })

  it('remembers what the window asks it to', async () => {
    const value = { columns: ['number', 'name'], widths: { name: 220 } }
    await museum.client.workspace.keepSetting({ key: 'catalogue.columns', value })
    expect(await museum.client.workspace.setting({ key: 'catalogue.columns' })).toEqual({ value })
    expect(await museum.client.workspace.setting({ key: 'never.kept' })).toEqual({ value: null })
  })
})

describe('a house with two doors', () => {
  it('opens a folder once, by whichever name, and two wishes at once one after the other', async () => {
    const link = `${museum.folder}-link`
    symlinkSync(museum.folder, link)
    expect((await museum.client.workspace.open({ folder: link })).museum.name).toBe('云河县博物馆')
    const other = `${museum.folder}-other`
    await museum.client.workspace.create({ folder: other, name: '邻县博物馆', province: 'henan' })
    await Promise.all([
      museum.client.workspace.open({ folder: museum.folder }),
      museum.client.workspace.open({ folder: other }),
      museum.client.workspace.open({ folder: museum.folder }),
    ])
    expect((await museum.client.workspace.state({})).museum?.name).toBe('云河县博物馆')
    // the other one has been let go
    await (await openStore(other)).close()
  })

  it('opens also where the list of recent museums cannot be written', async () => {
    const home = `${museum.folder}-home`
    mkdirSync(join(home, 'recent.json'), { recursive: true })
    const now = () => '2026-03-02T04:00:00.000Z'
    const house = new House({ home, nativeBinding: undefined, now })
    const { db } = await house.create(`${museum.folder}-another`, { name: '乙馆', province: 'default' })
    expect(await theMuseum(db)).toMatchObject({ name: '乙馆' })
    await house.close()
  })

  it('tells the window which museum a start will open, and nothing where that is not known', async () => {
    const home = `${museum.folder}-expecting`
    const folder = `${museum.folder}-expected`
    expect(expectedMuseum(home, null)).toBeNull()
    const house = new House({ home, nativeBinding: undefined, now: () => '2026-03-02T04:00:00.000Z' })
    const { id } = await house.create(folder, { name: '丙馆', province: 'default' })
    await house.close()
    expect(expectedMuseum(home, null)).toEqual({ id, name: '丙馆' })
    expect(expectedMuseum(home, folder)).toEqual({ id, name: '丙馆' })
    expect(expectedMuseum(home, `${folder}-other`)).toBeNull()
    rmSync(folder, { recursive: true })
    expect(expectedMuseum(home, null)).toBeNull()
  })
})
