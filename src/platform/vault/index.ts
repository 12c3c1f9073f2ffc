export { blindIndex } from './blind-index.ts'
export { type EntryRef, openEntry, sealEntry } from './entry.ts'
export { envelopeKey, openEnvelope } from './envelope.ts'
export { openFile, type SealedFile, sealFile } from './file.ts'
export { putLid, takeLid } from './gate.ts'
export { type KeyPair, keyPairOf, newKeyPair, openKey, sealKeyTo } from './holder.ts'
export { Broken, lock, randomKey, unlock, wipe } from './lock.ts'
export { newPaperKey, type PaperKey, paperKeyOf, tidyHalf } from './paper.ts'
export { type Cost, openUnder, sealUnder, type UnderPassword } from './password.ts'
export {
  completeReceipt,
  deriveReceipt,
  groupReceipt,
  looksLikeReceipt,
  newReceipt,
  type OpenReceipt,
  type ParsedReceipt,
  parseReceipt,
} from './receipt.ts'
export { openShortHash, type ShortHash } from './short-hash.ts'
export { vouch, vouched } from './vouch.ts'
