import type { ParametersResource } from '../../model.ts'
import { shellWord } from '../../render/shell.ts'

/** The commands that give the values, one a line; a secret of Secrets Manager gets a new ARN, which the settings must name then. */
export function commandsFor(missing: ParametersResource['wanted'], region: string): readonly string[] {
  return missing.map(({ variable, from }) => {
    const [, , service, , , ...rest] = from.split(':')
    const where = `--region ${shellWord(region)}`
    const value = `"$${variable}"`
    if (from.startsWith('arn:') && service === 'secretsmanager') {
      const name = (rest[1] ?? '').replace(/-[A-Za-z0-9]{6}$/u, '')
      return `aws secretsmanager create-secret ${where} --name ${shellWord(name)} --secret-string ${value}`
    }
    const name = from.startsWith('arn:') ? rest.join(':').replace(/^parameter(?=\/)/u, '') : from
    return `aws ssm put-parameter ${where} --type SecureString --name ${shellWord(name)} --value ${value}`
  })
}
