import './public.ts'
import './keep-draft.ts'
