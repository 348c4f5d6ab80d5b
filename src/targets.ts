import { amplify } from './targets/amplify.ts'
import { apprunner } from './targets/apprunner.ts'
import { cdk } from './targets/cdk.ts'
import { ecr } from './targets/ecr.ts'
import { lambdaWeb } from './targets/lambda-web.ts'
import { sam } from './targets/sam.ts'
import type { Target } from './targets/target.ts'

/** Every target, in the order of the ladder: the first that serves and fits is chosen. */
export const targets: readonly Target[] = [amplify, apprunner, ecr, sam, cdk, lambdaWeb]
