import type { Route } from './http/route.ts'
import { appRoutes } from './routes/apps.ts'
import { deliveryRoutes } from './routes/deliveries.ts'
import { gitDataRoutes } from './routes/git-data.ts'
import { issueRoutes } from './routes/issues.ts'
import { metaRoutes } from './routes/meta.ts'
import { pullRoutes } from './routes/pulls.ts'
import { reactionRoutes } from './routes/reactions.ts'
import { refRoutes } from './routes/refs.ts'
import { repositoryRoutes } from './routes/repositories.ts'

/** All that the stand-in answers, in the order of asking: the first that fits a request takes it. */
export const routes: readonly Route[] = [
  ...metaRoutes,
  ...appRoutes,
  ...deliveryRoutes,
  ...gitDataRoutes,
  ...refRoutes,
  ...pullRoutes,
  ...reactionRoutes,
  ...issueRoutes,
  ...repositoryRoutes,
]
