import { parse } from 'yaml'
import type { Fault, Linted } from '../lint.ts'
import { type Fields, fields, list, strings } from './look.ts'

type Rule = readonly [id: string, check: (type: string, properties: Fields) => string | null]

/** What generated networks between accounts must keep. */
const rules: readonly Rule[] = [
  ['network-open', openGroup],
  ['network-service', openService],
  ['network-share', openShare],
  ['network-principal', openRepository],
]

/** The faults of a template of `infra/accounts`; a file that is no template has none. */
export function networkFaults({ path, content }: Linted): readonly Fault[] {
  const template = read(content)
  const found = Object.entries(fields(template.Resources)).flatMap(([name, resource]) => {
    const { Type, Properties } = fields(resource)
    return rules.flatMap(([rule, check]) => {
      const says = check(String(Type), fields(Properties))
      return says === null ? [] : [{ path, rule, says: `${name} ${says}` }]
    })
  })
  const untyped = Object.entries(fields(template.Parameters))
    .filter(([, parameter]) => !isBound(fields(parameter)))
    .map(([name]) => ({ path, rule: 'network-parameter', says: `${name} takes any text` }))
  return [...found, ...untyped]
}

function read(content: string): Fields {
  try {
    return fields(parse(content, { maxAliasCount: 0, logLevel: 'silent' }))
  } catch {
    return {}
  }
}

const everywhere = ['0.0.0.0/0', '::/0']

function openGroup(type: string, { SecurityGroupIngress, CidrIp, CidrIpv6 }: Fields): string | null {
  const ingress = type === 'AWS::EC2::SecurityGroup' ? strings(SecurityGroupIngress) : []
  const alone = type === 'AWS::EC2::SecurityGroupIngress' ? strings([CidrIp, CidrIpv6]) : []
  return [...ingress, ...alone].some((text) => everywhere.includes(text)) ? 'lets the Internet in' : null
}

function openService(type: string, { AllowedPrincipals }: Fields): string | null {
  if (type !== 'AWS::EC2::VPCEndpointServicePermissions') return null
  const principals = strings(AllowedPrincipals)
  return principals.length === 0 || principals.some((text) => text.includes('*')) ? 'is open to every account' : null
}

function openShare(type: string, { AllowExternalPrincipals }: Fields): string | null {
  if (type !== 'AWS::RAM::ResourceShare') return null
  return AllowExternalPrincipals === false ? null : 'is shared beyond the organization'
}

function openRepository(type: string, { RepositoryPolicyText }: Fields): string | null {
  if (type !== 'AWS::ECR::Repository') return null
  const principals = list(fields(RepositoryPolicyText).Statement).map((statement) => fields(statement).Principal)
  return strings(principals).includes('*') ? 'can be pulled from by everyone' : null
}

/** A parameter of a type of AWS, or with a pattern, a list of values or bounds. */
function isBound({ Type, AllowedPattern, AllowedValues, MinValue, MaxValue }: Fields): boolean {
  if (/^(?:List<)?AWS::/u.test(String(Type))) return true
  return [AllowedPattern, AllowedValues, MinValue, MaxValue].some((bound) => bound !== undefined)
}
