export { WaysOn } from './lost-view.tsx'
export { fillIndex, keepIndex, type Source } from './search/fill-index.ts'
