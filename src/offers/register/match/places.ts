import { folded } from './name-words.ts'

/** Places that people add to a company's name to say which of its houses they mean. */
export const places: ReadonlySet<string> = new Set(
  `jakarta bekasi depok bogor tangerang bandung cirebon indramayu sukabumi cianjur karawang subang semarang kendal cilacap
   tegal brebes surabaya malang blitar tulungagung ponorogo madiun kediri banyuwangi medan palembang lampung batam pontianak
   makassar manado gorontalo palu sigi poso donggala morowali banggai luwuk tolitoli buol parigi denpasar bali mataram lombok
   kupang ambon ternate`
    .split(/\s+/)
    .map(folded),
)
