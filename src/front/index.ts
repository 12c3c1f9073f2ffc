export { WaysOn } from './lost-view.tsx'
export { fillIndex, keepIndex } from './search/fill-index.ts'
