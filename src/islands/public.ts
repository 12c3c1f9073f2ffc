import './keep-offline.ts'
import './kept-list.ts'
import './quick-exit.ts'
import './share-page.ts'
