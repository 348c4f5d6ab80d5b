import { readBlobField } from './blob-fields.ts'
import type { Client } from './client.ts'
import type { Named } from './heads.ts'
import { dataDespite } from './organisation.ts'

/** A repository that was set up, and the text of its `.github/cicd.yml`; null: it has none. */
export interface SetUp extends Named {
  readonly config: string | null
}

/**
 * Which of a few repositories were set up: those with the lock file on their default branch. One call; what is not there (any more) is left out.
 * `lock` and `config` are paths.
 */
export async function readSetUps(
  client: Client,
  repositories: readonly Named[],
  { lock, config }: { readonly lock: string; readonly config: string },
): Promise<readonly SetUp[]> {
  if (repositories.length === 0) return []
  const names = repositories.map((_, at) => `$o${at}: String!, $n${at}: String!`).join(', ')
  const fields = repositories.map(
    (_, at) =>
      `r${at}: repository(owner: $o${at}, name: $n${at}) { b0: object(expression: $config) { ... on Blob { oid text } } lock: object(expression: $lock) { oid } }`,
  )
  const variables = {
    ...Object.fromEntries(
      repositories.flatMap(({ owner, name }, at) => [
        [`o${at}`, owner],
        [`n${at}`, name],
      ]),
    ),
    lock: `HEAD:${lock}`,
    config: `HEAD:${config}`,
  }
  const query = `query SetUps(${names}, $lock: String!, $config: String!) { ${fields.join(' ')} }`
  const answer = await client.graphql<Fields>(query, variables).catch(dataDespite<Fields>(() => true))
  return repositories.flatMap((one, at): SetUp[] => {
    const field = answer[`r${at}`]
    if (!field?.lock) return []
    const bytes = readBlobField(field, 0)
    return [{ ...one, config: bytes === null ? null : new TextDecoder().decode(bytes) }]
  })
}

type Fields = Record<string, { readonly lock: { readonly oid: string } | null } | null>
