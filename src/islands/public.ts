import './keep-offline.ts'
import './quick-exit.ts'
import './share-page.ts'
