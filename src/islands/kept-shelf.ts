/** Sealed forms that wait on this device. */
export interface Kept {
  to: string
  envelope: Blob
  proof: string
}

const shelf = 'sinergi-titipan'
const board = 'kept'

/** On the disk before it is said to be kept. */
export const put = (kept: Kept) => on('readwrite', store => store.add(kept))

export const waiting = async (): Promise<[key: IDBValidKey, kept: Kept][]> => {
  const [keys, all] = await Promise.all([
    on('readonly', store => store.getAllKeys()),
    on('readonly', store => store.getAll() as IDBRequest<Kept[]>),
  ])
  return keys.flatMap((key, place) => (all[place] ? [[key, all[place]] as [IDBValidKey, Kept]] : []))
}

/** With the last one the shelf goes too: an empty one would tell that something was there. */
export const remove = async (key: IDBValidKey) => {
  await on('readwrite', store => store.delete(key))
  if ((await waiting()).length === 0) clearShelf()
}

/** Everything, at once; nothing waits for it. */
export const clearShelf = () => {
  if (self.indexedDB) indexedDB.deleteDatabase(shelf)
}

const on = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) => {
  const db = await opened(mode)
  try {
    return await new Promise<T>((resolve, reject) => {
      const deed = db.transaction(board, mode, { durability: 'strict' })
      const request = work(deed.objectStore(board))
      deed.oncomplete = () => resolve(request.result)
      deed.onabort = () => reject(deed.error)
    })
  } finally {
    // An open door would keep the quick exit from clearing the shelf.
    db.close()
  }
}

const opened = (mode: IDBTransactionMode) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(shelf, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(board, { autoIncrement: true })
      // To look is not to make one: whoever keeps nothing has nothing of ours on the device.
      if (mode === 'readonly') request.transaction?.abort()
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
