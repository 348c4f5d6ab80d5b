import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parse } from 'yaml'

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false })

const validators = new Map(
  ['amplify', 'apprunner', 'buildspec'].map((name) => {
    const schema: object = JSON.parse(readFileSync(new URL(`./schemas/${name}.schema.json`, import.meta.url), 'utf8'))
    return [name, ajv.compile(schema)] as const
  }),
)

/** What is wrong with a build settings file by our own JSON Schema of its kind; empty: nothing. */
export function schemaFaults(kind: 'amplify' | 'apprunner' | 'buildspec', text: string): readonly string[] {
  const validate = validators.get(kind)
  if (!validate) throw new Error(`no schema for ${kind}`)
  return validate(parse(text))
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`)
}
