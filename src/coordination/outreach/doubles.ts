/**
 * Entries that may be one person written down twice: at two doors, or by two officers without a line.
 * Two people may bear one name, so nothing is merged: the owner looks and strikes one out.
 * @returns their form numbers
 */
export const possibleDoubles = (entries: readonly { formId: string; name: string }[]): Set<string> => {
  const named = Map.groupBy(entries, ({ name }) => plain(name))
  return new Set([...named.values()].filter(same => same.length > 1).flatMap(same => same.map(numberOf)))
}

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const numberOf = ({ formId }: { formId: string }) => formId
