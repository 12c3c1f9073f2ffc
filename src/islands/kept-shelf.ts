/** Sealed forms that wait on this device. */
export interface Kept {
  to: string
  envelope: Blob
  proof: string
  /** Where several people use one device: whose it is, as a mark that tells nobody who that is. */
  owner?: string
  /** Under which it is sent piece by piece, where it is large. */
  upload?: string
}

/** Reports of the public; forms of another kind lie on a shelf of their own. */
const reports = 'sinergi-titipan'
/** Names of who came to a session, until they have been sent. */
export const attendanceShelf = 'sinergi-hadir'
const board = 'kept'

/** On the disk before it is said to be kept. */
export const put = (kept: Kept, shelf = reports) => on(shelf, 'readwrite', store => store.add(kept))

export const waiting = async (shelf = reports): Promise<[key: IDBValidKey, kept: Kept][]> => {
  const [keys, all] = await Promise.all([
    on(shelf, 'readonly', store => store.getAllKeys()),
    on(shelf, 'readonly', store => store.getAll() as IDBRequest<Kept[]>),
  ])
  return keys.flatMap((key, place) => (all[place] ? [[key, all[place]] as [IDBValidKey, Kept]] : []))
}

/** With the last one the shelf goes too: an empty one would tell that something was there. */
export const remove = async (key: IDBValidKey, shelf = reports) => {
  await on(shelf, 'readwrite', store => store.delete(key))
  if ((await waiting(shelf)).length === 0) clearShelf(shelf)
}

/** Everything, at once; nothing waits for it. */
export const clearShelf = (shelf = reports) => {
  if (self.indexedDB) indexedDB.deleteDatabase(shelf)
}

const on = async <T>(
  shelf: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
) => {
  const db = await opened(shelf, mode)
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

const opened = (shelf: string, mode: IDBTransactionMode) =>
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
