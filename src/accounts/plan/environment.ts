import { existingName } from '../../config/accounts/network.ts'
import type { AccountsFormat } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { offeredPorts, webPorts } from '../cloudformation/private-link.ts'
import { type Deployment, deployLine, lookedUp, variableName } from '../deployment.ts'
import { isLinked } from '../deployments.ts'
import type { Offer } from '../network.ts'
import { keyOf } from '../pipeline.ts'
import { terraformFolder } from '../terraform/folder.ts'
import { identifier } from '../terraform/names.ts'
import { storeSteps } from './data.ts'
import { load } from './landing.ts'
import { links } from './links.ts'
import { type Ground, type Phase, type PlanStep, step } from './phase.ts'

/** One environment: networks and links, sign-in of the pipeline, applications, traffic; production keeps its data where it is for now. */
export function environment(name: string, ground: Ground): Phase {
  const { landscape, texts } = ground
  const { environment: say } = texts.accountsPlan
  const production = name === landscape.production
  return {
    title: production ? say.titleProduction(name) : say.title(name),
    impact: production ? say.impactProduction : say.impact(name),
    steps: [
      ...network(name, ground),
      ...subnets(name, ground),
      ...role(name, ground),
      step(say.deploy(landscape.products.join(texts.pullRequest.comma))),
      ...offers(name, ground),
      ...(production ? goingLive(ground) : rehearsal(name, ground)),
    ],
    check: step(say.check(name), checks(name, ground), links.cloudShell),
    rollback: step(production ? say.rollbackProduction : say.rollback, rollback(name, ground)),
  }
}

/** The state of the stacks, and of each end of the connections. */
function checks(name: string, { landscape, deployments }: Ground): readonly string[] {
  const mine = deployments.filter((one) => one.environment === name)
  const accounts = [...new Set(mine.map(({ account }) => account))]
  const consumers = landscape.network.offers.filter(({ provider }) => provider.environment === name)
  return [
    ...(accounts.length > 0 && landscape.wish.format !== 'terraform'
      ? [`for name in ${accounts.join(' ')}; do stacks "$name"; done`]
      : []),
    ...consumers.flatMap(({ provider, consumers: all }) =>
      all.map(
        ({ vpc }) =>
          `aws ec2 describe-vpc-endpoints --profile ${vpc.key} --output table --query 'VpcEndpoints[].[ServiceName,State]' # ${provider.key}`,
      ),
    ),
  ]
}

/** What takes the networks of an environment away again, the last one first. */
function rollback(name: string, { landscape, deployments }: Ground): readonly string[] {
  const mine = deployments.filter((one) => one.environment === name)
  if (mine.length === 0) return []
  if (landscape.wish.format === 'terraform') return [`terraform -chdir=${terraformFolder(name)} destroy`]
  return [
    mine
      .toReversed()
      .map(({ account, stack }) => `remove ${account} ${stack}`)
      .join('\n'),
  ]
}

/** What can be connected before anything runs. Terraform does it all at once, later. */
function network(name: string, { landscape, deployments, texts }: Ground): readonly PlanStep[] {
  const { environment: say } = texts.accountsPlan
  const mine = deployments.filter((one) => one.environment === name)
  if (mine.length === 0) return []
  const routed = landscape.network.peerings.length + landscape.network.hubs.length > 0
  const old = mine.some(({ account }) => account === existingName)
  return [
    ...(old ? [step(say.existingNetwork, [lookUpExisting, exportExisting(landscape.wish.format)])] : []),
    landscape.wish.format === 'terraform'
      ? step(say.terraformNetwork, terraformCommands(name), links.transitGateway)
      : step(say.network, [load, ...mine.filter((one) => !isOffer(one)).map(deployLine)], links.peering),
    ...(routed ? [step(say.groups)] : []),
  ]
}

function isOffer({ stack }: Deployment): boolean {
  return stack.startsWith('endpoint')
}

/** PrivateLink: the load balancer of who provides must be there first. */
function offers(name: string, { landscape, deployments, texts }: Ground): readonly PlanStep[] {
  const { environment: say } = texts.accountsPlan
  const mine = landscape.network.offers.filter(({ provider }) => provider.environment === name)
  if (mine.length === 0) return []
  const stacks = deployments.filter((one) => one.environment === name && isOffer(one))
  const terraform = landscape.wish.format === 'terraform'
  return [
    step(
      say.offers,
      terraform ? [exportValues(mine), ...terraformCommands(name)] : stacks.map(deployLine),
      links.privateLink,
    ),
    ...mine.flatMap((offer) =>
      offeredPorts(offer)
        .filter((port) => !webPorts.includes(port))
        .map((port) => targets(offer.provider.key, port, texts, terraform)),
    ),
  ]
}

/** A port without a load balancer in front: the addresses of its servers are registered by hand. */
function targets(key: string, port: number, { accountsPlan }: Texts, terraform: boolean): PlanStep {
  const group = terraform
    ? lookedUp('TARGET_GROUP', `ARN of the target group of port ${port}`)
    : `"$(output ${key} endpoint-service TargetGroup${port}Arn)"`
  const address = `"Id=\${${variableName(key)}_ADDRESS:?address of a server}"`
  const line = `aws elbv2 register-targets --profile ${key} --target-group-arn ${group} --targets ${address}`
  return step(accountsPlan.environment.targets(key, port), [line])
}

const lookUpExisting = [
  'aws ec2 describe-route-tables --profile existing --output table \\',
  "  --query 'RouteTables[].{vpc:VpcId,table:RouteTableId,subnets:Associations[].SubnetId|join(`,`,@)}'",
].join('\n')

/** Without a route table of their own for public subnets, both are the same. */
function exportExisting(format: AccountsFormat | null): string {
  const names = ['VPC_ID', 'PUBLIC_ROUTE_TABLE_ID', 'PRIVATE_ROUTE_TABLE_ID']
  const terraform = format === 'terraform'
  const full = names.map((name) => (terraform ? `TF_VAR_existing_${name.toLowerCase()}=` : `EXISTING_${name}=`))
  return `export ${full.join(' ')}`
}

function terraformCommands(name: string): readonly string[] {
  const at = `terraform -chdir=${terraformFolder(name)}`
  return [`${at} init`, `${at} plan -out=tfplan`, `${at} apply tfplan`]
}

/** The values that are known only now. */
function exportValues(offers: readonly Offer[]): string {
  const names = offers.flatMap((offer) => {
    const { key } = offer.provider
    const web = offeredPorts(offer).some((port) => webPorts.includes(port))
    return [...(web ? [`${identifier(key)}_alb_arn`] : []), `${identifier(key)}_host`]
  })
  return `export ${names.map((name) => `TF_VAR_${name}=`).join(' ')}`
}

/** Where services of ECS run: in the network that has the links, else in the default VPC. */
function subnets(name: string, { landscape, pipeline, texts }: Ground): readonly PlanStep[] {
  const { environment: say } = texts.accountsPlan
  const key = keyOf(landscape, pipeline.product, name)
  if (!pipeline.ecs) return []
  if (!isLinked(key, landscape.network))
    return [step(say.defaultVpc, [`aws ec2 create-default-vpc --profile ${key}`], links.express)]
  const command =
    landscape.wish.format === 'terraform'
      ? `terraform -chdir=${terraformFolder(name)} output ${identifier(key)}_public_subnet_ids`
      : `output ${key} vpc PublicSubnetIds`
  return [step(say.subnets, [command], links.express)]
}

function role(name: string, { landscape, pipeline, texts }: Ground): readonly PlanStep[] {
  const { environment: say } = texts.accountsPlan
  const commands = pipeline.commands(name)
  const others = landscape.products.filter((product) => product !== pipeline.product)
  const text = commands.length > 0 ? say.roleOf(pipeline.product) : say.noRole
  return [
    step(text, commands, links.oidc),
    ...(others.length > 0 && landscape.wish.split !== 'environment'
      ? [step(say.roleOthers(others.join(texts.pullRequest.comma)))]
      : []),
  ]
}

function rehearsal(name: string, ground: Ground): readonly PlanStep[] {
  const { environment: say } = ground.texts.accountsPlan
  const stores = ground.landscape.stores.filter(({ account }) => isOf(account, name))
  return [
    stores.length === 0 ? step(say.data(name)) : step(`${say.dataStores}\n\n${storeSteps(stores, ground)}`),
    step(say.switchOver(name)),
  ]
}

function isOf(account: string, environment: string): boolean {
  return account === environment || account.endsWith(`-${environment}`)
}

function goingLive({ landscape, texts }: Ground): readonly PlanStep[] {
  const { environment: say } = texts.accountsPlan
  const temporary = landscape.network.peerings.filter((peering) => peering.temporary)
  const data = landscape.stores.some(({ production }) => production)
  const reach =
    temporary.length > 0 ? say.reach(temporary.map(({ link }) => link).join(texts.pullRequest.comma)) : say.noReach
  const list = say.forgottenList.map((line) => `- ${line}`).join('\n')
  return [
    step(`${say.forgotten}\n\n${list}`, [], links.ses),
    ...(data ? [step(reach)] : []),
    step(say.shift, [], links.weighted),
  ]
}
