import type { App } from '../../model.ts'
import { commandStep } from '../setup.ts'
import type { WorkflowStep } from '../workflow.ts'

/** What a framework needs between install and test. */
export function prepareSteps(app: App): readonly WorkflowStep[] {
  if (app.framework === 'laravel') return commandStep('Prepare the test settings', laravel, app)
  return []
}

// Laravel reads its key from .env, which is not in the repository.
const laravel = [
  'if [ ! -f .env ] && [ -f .env.example ]; then',
  '  cp .env.example .env',
  '  php artisan key:generate',
  'fi',
].join('\n')
