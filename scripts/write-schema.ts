import { writeFileSync } from 'node:fs'
import { configSchema } from '../src/config/definition.ts'

/** `npm run schema`: writes the JSON Schema of `.github/cicd.yml` from the definition that reads the file. */
writeFileSync(new URL('../schema/cicd.schema.json', import.meta.url), `${JSON.stringify(configSchema(), null, 2)}\n`)
