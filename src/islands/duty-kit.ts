import './copy-text.ts'
import './keep-kit.ts'
import './send-proof.ts'
import './share-file.ts'
