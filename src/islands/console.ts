import './copy-text.ts'
import './send-once.ts'
import './share-file.ts'
