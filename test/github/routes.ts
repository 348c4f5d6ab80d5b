import { graphqlRoute } from './graphql/execute.ts'
import type { Route } from './http/route.ts'
import { actionRoutes } from './routes/actions.ts'
import { appRoutes } from './routes/apps.ts'
import { checkRoutes } from './routes/checks.ts'
import { commentRoutes } from './routes/comments.ts'
import { commitRoutes } from './routes/commits.ts'
import { contentRoutes } from './routes/contents.ts'
import { deliveryRoutes } from './routes/deliveries.ts'
import { deploymentRoutes } from './routes/deployments.ts'
import { gitDataRoutes } from './routes/git-data.ts'
import { issueRoutes } from './routes/issues.ts'
import { manifestRoutes } from './routes/manifests.ts'
import { metaRoutes } from './routes/meta.ts'
import { pullPartRoutes } from './routes/pull-parts.ts'
import { pullRoutes } from './routes/pulls.ts'
import { reactionRoutes } from './routes/reactions.ts'
import { refRoutes } from './routes/refs.ts'
import { repositoryRoutes } from './routes/repositories.ts'
import { ruleRoutes } from './routes/rules.ts'
import { treeRoutes } from './routes/trees.ts'
import { userRoutes } from './routes/users.ts'

/** All that the stand-in answers, in the order of asking: the first that fits a request takes it. */
export const routes: readonly Route[] = [
  graphqlRoute,
  ...metaRoutes,
  ...manifestRoutes,
  ...userRoutes,
  ...appRoutes,
  ...deliveryRoutes,
  ...treeRoutes,
  ...gitDataRoutes,
  ...refRoutes,
  ...pullRoutes,
  ...pullPartRoutes,
  ...reactionRoutes,
  ...commentRoutes,
  ...issueRoutes,
  ...ruleRoutes,
  ...contentRoutes,
  ...checkRoutes,
  ...commitRoutes,
  ...deploymentRoutes,
  ...actionRoutes,
  ...repositoryRoutes,
]
