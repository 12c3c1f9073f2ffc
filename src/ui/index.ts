export { ConsoleFrame, type NavEntry } from './console-frame.tsx'
export { Document } from './document.tsx'
export {
  Choices,
  ErrorSummary,
  FileInput,
  type FormState,
  type Option,
  Select,
  TextArea,
  TextInput,
} from './fields.tsx'
export { Gallery } from './gallery.tsx'
export {
  Chip,
  Deed,
  EmptyState,
  Facts,
  Notice,
  Panel,
  Progress,
  Stat,
  type Step,
  Steps,
  type Tone,
} from './parts.tsx'
export { PublicFrame } from './public-frame.tsx'
export { type Column, Matrix, type MatrixCell, type MatrixRow, Table, type Tile, TileMap } from './table.tsx'
